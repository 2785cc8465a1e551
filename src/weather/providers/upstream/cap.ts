import { ALERT_SEVERITIES, type AlertSeverity } from '../../datasets/alerts/alerts.js';
import { ProviderError } from '../provider.error.js';
import { textOrNull, valueAt } from './json.js';

/*
 * The words of the Common Alerting Protocol (OASIS CAP 1.2), which official feeds use in GeoJSON.
 */

/** `severity`; `unknown` for any other word. */
export function severityOf(word: unknown): AlertSeverity {
  return ALERT_SEVERITIES.find((severity) => isWord(word, severity)) ?? 'unknown';
}

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)$/;

/** Milliseconds since the Unix epoch; null for a time without UTC offset, which says nothing. */
export function instantOf(time: unknown): number | null {
  if (typeof time !== 'string' || !INSTANT.test(time)) return null;
  const atMs = Date.parse(time);
  return Number.isFinite(atMs) ? atMs : null;
}

/** Whether a text field is this word, in any case. */
export function isWord(field: unknown, word: string): boolean {
  return textOrNull(field)?.toLowerCase() === word;
}

/**
 * The features of a GeoJSON `FeatureCollection` (RFC 7946), not validated; an empty list when there are none.
 * @throws ProviderError for anything else, which is not "none"
 */
export function featuresOf(body: unknown): readonly unknown[] {
  const features = valueAt(body, 'features');
  if (valueAt(body, 'type') !== 'FeatureCollection' || !Array.isArray(features)) {
    throw new ProviderError('malformed', 'the answer is no collection of features');
  }
  return features;
}
