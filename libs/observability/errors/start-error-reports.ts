import { NO_ERROR_REPORTS, type ErrorReports } from './error-reports.js';
import type { SentryOptions } from './sentry.options.js';

/** Reports to Sentry, whose package is loaded only here: it takes time and memory that others need not pay. */
export async function startErrorReports(options?: SentryOptions): Promise<ErrorReports> {
  if (!options) return NO_ERROR_REPORTS;
  const { SentryErrorReports } = await import('./sentry-error-reports.js');
  return new SentryErrorReports(options);
}
