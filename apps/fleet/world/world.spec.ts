import { describe, expect, it } from '@jest/globals';
import { THREE_PLACES } from '../testing/small-worlds.js';
import { distributeFleet } from './fleet.js';
import { loadWorld } from './load-world.js';
import { rainLikelyByHour } from './rain.js';

const sum = (numbers: Float64Array): number => numbers.reduce((a, b) => a + b, 0);

describe('the world', () => {
  it('has the populated places of GeoNames, once each, with local time', () => {
    const { population, latitude, longitude, offsetMinutes, countries } = loadWorld();
    expect(population).toHaveLength(117_628);
    expect(population.every((people) => people > 0)).toBe(true);
    const paris = latitude.findIndex(
      (at, row) => Math.abs(at - 48.853) < 0.001 && Math.abs((longitude[row] ?? 0) - 2.349) < 0.001,
    );
    expect(offsetMinutes[paris]).toBe(120);
    expect(countries).toContain('FR');
  });
});

describe('distributeFleet', () => {
  it('loses and adds no watch, and lets some travel', () => {
    const { present, visitors } = distributeFleet(THREE_PLACES, 12_345, 1);
    expect(sum(present)).toBe(12_345);
    expect(sum(visitors)).toBeGreaterThan(0);
    expect(sum(visitors)).toBeLessThanOrEqual(Math.round(0.02 * 12_345));
  });

  it('gives a country its share of the devices, and its places theirs by people', () => {
    const [city = 0, town = 0, village = 0] = distributeFleet(THREE_PLACES, 1_000_000, 1).present;
    expect(city / town).toBeCloseTo(500 / 30, 0);
    expect(village).toBeGreaterThan(0);
  });
});

it('rain is likely in somewhat more hours than are wet, because the next hour counts', () => {
  const hours = 20_000;
  const likely = rainLikelyByHour(1, 0, hours).reduce((a, b) => a + b, 0) / hours;
  expect(likely).toBeGreaterThan(0.2);
  expect(likely).toBeLessThan(0.3);
});
