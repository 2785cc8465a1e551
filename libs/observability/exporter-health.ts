import { Logger } from '@nestjs/common';

/** Writes how it stands with a service that we tell things: a line when that changes, not one per thing. */
export class ExporterHealth {
  private readonly logger: Logger;
  private failing = false;

  /** @param what is told, in the plural: 'Traces' */
  constructor(private readonly what: string) {
    this.logger = new Logger(what);
  }

  succeeded(): void {
    if (!this.failing) return;
    this.failing = false;
    this.logger.log(`${this.what} are taken again.`);
  }

  failed(why: string): void {
    if (this.failing) return;
    this.failing = true;
    this.logger.warn(`${this.what} are lost until they are taken again: ${why}.`);
  }
}
