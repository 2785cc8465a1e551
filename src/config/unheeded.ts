import type { Environment } from './setting.js';

/**
 * Variables that are read and validated but on which this release does not act yet. Whoever sets
 * one must not believe that it works.
 */
const UNHEEDED = ['SENTRY_DSN', 'OTEL_EXPORTER_OTLP_ENDPOINT'];

/** Those of them that the environment sets. */
export function unheededIn(environment: Environment): readonly string[] {
  return UNHEEDED.filter((name) => environment[name] || environment[`${name}_FILE`]);
}
