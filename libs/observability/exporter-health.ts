import { Logger } from '@nestjs/common';

/** Logs when an exporter starts to fail and when it works again: one line per change, not per export. */
export class ExporterHealth {
  private readonly logger: Logger;
  private failing = false;

  /** @param what it exports, in the plural: 'Traces' */
  constructor(private readonly what: string) {
    this.logger = new Logger(what);
  }

  succeeded(): void {
    if (!this.failing) return;
    this.failing = false;
    this.logger.log(`${this.what} are exported again.`);
  }

  failed(why: string): void {
    if (this.failing) return;
    this.failing = true;
    this.logger.warn(`${this.what} are lost until the exporter works again: ${why}.`);
  }
}
