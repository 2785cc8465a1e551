import { Injectable, Logger } from '@nestjs/common';
import { ErrorReports } from './error-reports.js';
import { harmlessError } from './harmless-error.js';

/** Errors that nobody foresaw and that no caller sees, because something else is served instead. */
@Injectable()
export class UnseenErrors {
  private readonly logger = new Logger('Unseen');

  constructor(private readonly reports: ErrorReports) {}

  /** Logs it, without what it may hold, and reports it. Never throws. */
  readonly tell = (error: unknown): void => {
    this.logger.error({ err: harmlessError(error) });
    this.reports.report(error);
  };
}
