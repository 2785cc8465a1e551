import { describe, expect, it } from '@jest/globals';
import { distanceKm } from '@app/cells/distance.js';
import { CityWatches } from './city-watches.js';
import { moved, type City } from './city.js';
import { traceDay } from './day-trace.js';
import type { Polling } from './polling.js';
import { RequestTrace } from './request-trace.js';

const DAY_SECONDS = 86_400;
const CITY: City = {
  row: 3,
  centre: { latitude: 48.85, longitude: 2.35 },
  population: 400_000,
  radiusKm: 6,
  offsetMinutes: 120,
  watches: 200,
  visitors: 20,
};
const EVERY_QUARTER: Polling = { kind: 'timer', everySeconds: 900, aligned: true };

function traceOf(polling: Polling, day = 0, city: City = CITY) {
  const trace = new RequestTrace();
  traceDay(trace, new CityWatches(city, 1), { seed: 1, polling }, day);
  const { length } = trace;
  return {
    at: Array.from(trace.at.slice(0, length)),
    site: Array.from(trace.site.slice(0, length)),
  };
}

describe('the trace of a day', () => {
  it.each([
    ['few requests', { ...CITY, watches: 5, visitors: 0 }],
    ['many requests', CITY],
  ])('has all requests of each watch in the order of time, with %s', (_what, city) => {
    const { at, site } = traceOf({ kind: 'random', perDay: 64 }, 2, city);
    expect(at).toHaveLength(64 * city.watches);
    expect(at).toEqual(at.toSorted((a, b) => a - b));
    expect(Math.min(...at)).toBeGreaterThanOrEqual(2 * DAY_SECONDS);
    expect(Math.max(...at)).toBeLessThan(3 * DAY_SECONDS);
    const ofFirst = site.filter((one) => one >>> 1 === 0);
    expect(ofFirst).toHaveLength(64);
  });

  it('is quieter in the local night', () => {
    const { at } = traceOf({ kind: 'random', perDay: 64 });
    const localHours = at.map((second) => Math.floor(second / 3_600 + 2) % 24);
    const inHour = (wanted: number) => localHours.filter((hour) => hour === wanted).length;
    expect(inHour(3)).toBeLessThan(inHour(13) / 3);
  });

  it('has waves at the quarter hours when watches ask by a timer', () => {
    const { at } = traceOf(EVERY_QUARTER);
    const fromQuarter = at.map((second) => Math.min(second % 900, 900 - (second % 900)));
    expect(Math.max(...fromQuarter)).toBeLessThanOrEqual(10);
    expect(at.length / CITY.watches).toBeGreaterThan(60);
    expect(at.length / CITY.watches).toBeLessThan(72);
  });

  it('asks from work during working hours, for about half of the residents', () => {
    const { site } = traceOf({ kind: 'random', perDay: 64 });
    const commuters = new Set(site.filter((one) => one % 2 === 1).map((one) => one >>> 1));
    expect([...commuters].every((watch) => watch >= CITY.visitors)).toBe(true);
    expect(commuters.size).toBeGreaterThan(0.35 * CITY.watches);
    expect(commuters.size).toBeLessThan(0.6 * CITY.watches);
  });

  it('keeps watches within the city', () => {
    const { latitude, longitude } = new CityWatches(CITY, 1);
    const distances = [...latitude].map((at, site) =>
      distanceKm(CITY.centre, { latitude: at, longitude: longitude[site] ?? 0 }),
    );
    expect(Math.max(...distances)).toBeLessThan(6.05);
  });
});

it('moved crosses the antimeridian', () => {
  expect(moved({ latitude: 0, longitude: 179.99 }, 111.195, 0).longitude).toBeCloseTo(-179.01);
});
