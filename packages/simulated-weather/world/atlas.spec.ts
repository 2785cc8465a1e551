import { describe, expect, it } from '@jest/globals';
import { distanceKm, type Position } from '../maths/earth.js';
import { placeAt, placeOfKey } from './atlas.js';
import { CITIES } from './cities.js';

const at = (latitude: number, longitude: number): Position => ({ latitude, longitude });

/** Inland of every continent, so that no coast is near. */
const INLAND = [
  at(46.8, 2.6),
  at(52.4, 20.1),
  at(55, 60),
  at(40, -98),
  at(-12, -55),
  at(15, 20),
  at(-24, 134),
  at(24, 79),
  at(-85, 30),
];

const walk = (from: Position, stepDegrees: number, steps: number): Position[] =>
  Array.from({ length: steps }, (_, step) =>
    at(from.latitude + step * stepDegrees, from.longitude + step * stepDegrees),
  );

describe('the atlas', () => {
  it.each([
    [48.875, 2.305, 'Paris'],
    [45.76, 4.84, 'Lyon'],
    [52.07, 19.48, 'Piątek'],
    [35.68, 139.77, 'Tokyo'],
    [-36.85, 174.76, 'Auckland'],
    [1.87, -157.43, 'Kiritimati'],
    [27.72, 85.32, 'Kathmandu'],
    [78.22, 15.63, 'Longyearbyen'],
    [40.78, -73.97, 'New York'],
  ])('finds at %d, %d the city of %s', (latitude, longitude, name) => {
    expect(placeAt(at(latitude, longitude))?.name).toBe(name);
  });

  it.each([
    at(0, 0),
    at(20, -150),
    at(-40, -120),
    at(-30, 80),
    at(40, -40),
    at(90, 0),
    at(35, 18),
    at(0, 180),
    at(0, -180),
  ])('has no place in the open sea at %o', (position) => {
    expect(placeAt(position)).toBeUndefined();
  });

  it('has a place within 10 km of every position inland', () => {
    const positions = INLAND.flatMap((from) => walk(from, 0.037, 30));

    const distances = positions.map((position) =>
      distanceKm(position, placeAt(position) ?? at(0, 0)),
    );

    expect(Math.max(...distances)).toBeLessThan(10);
  });

  it('finds a distant city for a position off its coast', () => {
    const offHonolulu = at(21.307, -158.5);

    const place = placeAt(offHonolulu);

    expect(place?.name).toBe('Honolulu');
    expect(distanceKm(offHonolulu, place ?? at(0, 0))).toBeGreaterThan(50);
  });

  it('finds every place by its key', () => {
    const places = INLAND.flatMap((from) => walk(from, 0.11, 20)).map((position) =>
      placeAt(position),
    );

    for (const place of [...places, ...CITIES]) {
      expect(placeOfKey(place?.key ?? '')).toEqual(place);
    }
  });

  it.each(['', '0', 'locationKey', '99999999', '10000000_PC', '18566556_AL', '-1', '1e7'])(
    'knows no place by the key "%s"',
    (key) => {
      expect(placeOfKey(key)).toBeUndefined();
    },
  );

  it('gives most neighbouring positions the same key', () => {
    const keys = walk(at(46.8, 2.6), 0.009, 100).map((position) => placeAt(position)?.key);

    const shared = keys.filter((key, index) => key === keys[index + 1]);

    expect(shared.length).toBeGreaterThan(50);
  });

  it('has keys that are not numbers', () => {
    const keys = INLAND.flatMap((from) => walk(from, 0.1, 40)).map(
      (position) => placeAt(position)?.key,
    );

    expect(keys.some((key) => key?.endsWith('_PC'))).toBe(true);
    expect(keys.some((key) => key?.endsWith('_POI'))).toBe(true);
  });

  it('gives every city a unique key', () => {
    expect(new Set(CITIES.map(({ key }) => key)).size).toBe(CITIES.length);
  });
});
