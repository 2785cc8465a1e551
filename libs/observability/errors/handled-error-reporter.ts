import { Injectable, Logger } from '@nestjs/common';
import { ErrorReports } from './error-reports.js';
import { redactError } from './redact-error.js';

/** Reports unexpected errors that no caller sees, because a fallback is served instead. */
@Injectable()
export class HandledErrorReporter {
  private readonly logger = new Logger(HandledErrorReporter.name);

  constructor(private readonly reports: ErrorReports) {}

  /** Logs the redacted error, and reports it. Never throws. */
  readonly report = (error: unknown): void => {
    this.logger.error({ err: redactError(error) });
    this.reports.report(error);
  };
}
