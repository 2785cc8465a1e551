import type { Environment } from './setting.js';

/**
 * Variables that are read and validated but on which this release does not act yet. Whoever sets a
 * budget must not believe that it holds.
 */
const UNHEEDED = [
  'ACCWEA_DAILY_BUDGET',
  'ACCWEA_MONTHLY_BUDGET',
  'BUDGET_MAX_PODS',
  'FALLBACK_PROVIDER',
  'OPEN_METEO_URL',
  'OPEN_METEO_API_KEY',
  'RATE_LIMIT_PER_MINUTE',
  'MISS_LIMIT_PER_HOUR',
  'METRICS_PORT',
  'SENTRY_DSN',
  'OTEL_EXPORTER_OTLP_ENDPOINT',
];

/** Those of them that the environment sets. */
export function unheededIn(environment: Environment): readonly string[] {
  return UNHEEDED.filter((name) => environment[name] || environment[`${name}_FILE`]);
}
