import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { ProviderError } from '../../provider.error.js';
import { toAlerts } from './accwea.alerts.js';
import { toConditions } from './accwea.conditions.js';
import { toDailyForecast } from './accwea.daily.js';
import { toHourlyForecast } from './accwea.hourly.js';
import { toPlace } from './accwea.place.js';
import { PARIS, conditionsAnswer, locationAnswer } from '../testing/accwea.fixtures.js';
import { alertAnswer } from '../testing/alerts.fixtures.js';
import { dailyAnswer, hourlyAnswer } from '../testing/forecast.fixtures.js';
import { VILLAGE } from '../../../testing/weather.fixtures.js';
import { pathsOf, withValueAt } from '../../../testing/with-value-at.js';

const READERS: readonly [string, (body: unknown) => unknown, unknown][] = [
  ['toPlace', (body) => toPlace(body, PARIS), locationAnswer()],
  ['toConditions', toConditions, conditionsAnswer()],
  ['toHourlyForecast', toHourlyForecast, hourlyAnswer(2)],
  ['toDailyForecast', (body) => toDailyForecast(body, VILLAGE), dailyAnswer()],
  ['toAlerts', toAlerts, [alertAnswer()]],
];

/** Any JSON, and extreme numbers. */
const anything = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom(1e308, -1e308, 1e20, 5e-324, -0, 8.64e12, 'NaN', '2026-02-30', '__proto__'),
);

/** A valid response with arbitrary values in some places. */
const withArbitraryParts = (answer: unknown): fc.Arbitrary<unknown> =>
  fc
    .array(fc.tuple(fc.constantFrom(...pathsOf(answer)), anything), { minLength: 1, maxLength: 6 })
    .map((changes) =>
      changes
        // Longest path first, so that the others still exist afterwards.
        .toSorted(([a], [b]) => b.length - a.length)
        .reduce((body, [path, value]) => withValueAt(body, path, value), answer),
    );

/** Values that JSON or a `Date` cannot represent. */
function flawsOf(value: unknown, name = ''): string[] {
  if (typeof value === 'number') {
    const isInstant = name.endsWith('AtMs');
    const isGood = isInstant ? Math.abs(value) <= 8.64e15 : Number.isFinite(value);
    return isGood ? [] : [`${name}: ${value}`];
  }
  if (value === undefined) return [name];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([field, inside]) => flawsOf(inside, field));
}

describe.each(READERS)('%s given arbitrary JSON', (_name, read, good) => {
  const isReadOrMalformed = (body: unknown): void => {
    try {
      expect(flawsOf(read(body))).toEqual([]);
    } catch (error) {
      if (!(error instanceof ProviderError)) throw error;
      expect(error.fault).toBe('malformed');
    }
  };

  it('returns a value without NaN or throws malformed', () => {
    fc.assert(fc.property(anything, isReadOrMalformed), { numRuns: 300 });
  });

  it('returns a value without NaN or throws malformed for a valid response with arbitrary parts', () => {
    fc.assert(fc.property(withArbitraryParts(good), isReadOrMalformed), { numRuns: 1_000 });
  });
});
