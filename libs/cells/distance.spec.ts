import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { distanceKm } from './distance.js';

const halfRoundKm = Math.PI * 6371.0088;
const paris = { latitude: 48.8566, longitude: 2.3522 };

describe('distanceKm', () => {
  it.each([
    ['London', { latitude: 51.5074, longitude: -0.1278 }, 343.6],
    ['San Francisco', { latitude: 37.7749, longitude: -122.4194 }, 8953.6],
    ['Paris', paris, 0],
  ])('is correct from Paris to %s', (_, other, expectedKm) => {
    expect(distanceKm(paris, other)).toBeCloseTo(expectedKm, 0);
  });

  it('is the shortest way over the antimeridian and over a pole', () => {
    const [west, east] = [-179.5, 179.5].map((longitude) => ({ latitude: 0, longitude }));
    expect(distanceKm(west!, east!)).toBeCloseTo(halfRoundKm / 180, 6);
    const [here, there] = [0, 180].map((longitude) => ({ latitude: 89.5, longitude }));
    expect(distanceKm(here!, there!)).toBeCloseTo(halfRoundKm / 180, 6);
  });

  it('is precise to a millimetre', () => {
    const north = { ...paris, latitude: paris.latitude + 0.001 / 111_195 };
    expect(distanceKm(paris, north) * 1e6).toBeCloseTo(1, 4);
  });

  it('is not NaN for antipodes whose rounded haversine exceeds 1', () => {
    const south = { latitude: -48.02965623414372, longitude: 0 };
    const north = { latitude: 48.029656243164524, longitude: 180 };
    expect(distanceKm(south, north)).toBeCloseTo(halfRoundKm, 3);
  });

  it('is symmetric and at most half the circumference, antipodes included', () => {
    const latitude = fc.double({ min: -90, max: 90, noNaN: true });
    const longitude = fc.double({ min: -180, max: 180, noNaN: true });
    const position = fc.record({ latitude, longitude });
    fc.assert(
      fc.property(position, position, (a, b) => {
        expect(distanceKm(a, b)).toBeCloseTo(distanceKm(b, a), 9);
        const antipode = { latitude: -a.latitude, longitude: a.longitude + 180 };
        expect(distanceKm(a, antipode)).toBeCloseTo(halfRoundKm, 3);
      }),
    );
  });
});
