import type { Reading } from '../reading.js';

const FRESHNESSES = ['fresh', 'stale', 'expired'] as const;
const OUTCOMES = ['hit', 'waited', 'miss'] as const;

/**
 * One reading for a response of several: fresh until the first one expires, and as old and as slow as the worst.
 * @param readings at least one; its location is that of the one that expires first
 */
export function combineReadings(readings: readonly Reading<unknown>[]): Reading<unknown> {
  const [first] = readings.toSorted((a, b) => a.entry.freshUntilMs - b.entry.freshUntilMs);
  if (!first) throw new Error('no readings to combine');
  const worst = <T>(order: readonly T[], of: (reading: Reading<unknown>) => T): T | undefined =>
    order.findLast((one) => readings.some((reading) => of(reading) === one));
  const deadAtMs = Math.min(...readings.map(({ entry }) => entry.deadAtMs));
  return {
    entry: { ...first.entry, deadAtMs },
    freshness: worst(FRESHNESSES, ({ freshness }) => freshness) ?? first.freshness,
    outcome: worst(OUTCOMES, ({ outcome }) => outcome) ?? first.outcome,
    placeOutcome: worst(OUTCOMES, ({ placeOutcome }) => placeOutcome) ?? first.placeOutcome,
    location: first.location,
  };
}
