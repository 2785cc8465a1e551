import { Injectable } from '@nestjs/common';

/** How far this process is on its way out; never taken back. */
@Injectable()
export class Drain {
  private begun = false;
  private goodbye = false;

  get draining(): boolean {
    return this.begun;
  }

  /** From now on each answer is the last on its connection. */
  get closing(): boolean {
    return this.goodbye;
  }

  begin(): void {
    this.begun = true;
  }

  startClosing(): void {
    this.goodbye = true;
  }
}
