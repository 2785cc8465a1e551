import { Injectable } from '@nestjs/common';

/** What became of a user who asked. */
export type PilotEvent = 'let-in' | 'turned-away';

type Listener = (event: PilotEvent) => void;

/** Where the guard tells whom it let in, for metrics to count. */
@Injectable()
export class PilotEvents {
  private readonly listeners: Listener[] = [];

  listen(listener: Listener): void {
    this.listeners.push(listener);
  }

  report(event: PilotEvent): void {
    for (const listener of this.listeners) listener(event);
  }
}
