import { NO_ERROR_REPORTS, type ErrorReports } from './error-reports.js';
import type { SentryOptions } from './sentry.options.js';

/** Loads Sentry on demand: without a DSN its package costs neither time nor memory. */
export async function startErrorReports(options?: SentryOptions): Promise<ErrorReports> {
  if (!options) return NO_ERROR_REPORTS;
  const { SentryErrorReports } = await import('./sentry-error-reports.js');
  return new SentryErrorReports(options);
}
