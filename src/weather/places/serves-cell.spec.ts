import { describe, expect, it } from '@jest/globals';
import { servesCell } from './serves-cell.js';

// One degree of latitude is 111.2 km on the mean sphere.
const CENTRE = { latitude: 48.875, longitude: 2.305 };
const at = (kmNorth: number, elevationMetres: number | null) => ({
  position: { latitude: CENTRE.latitude + kmNorth / 111.195, longitude: CENTRE.longitude },
  elevationMetres,
});

describe('servesCell', () => {
  it.each([
    [0, 40, 40, true],
    [14.9, 40, 40, true],
    [15.1, 40, 40, false],
    [-15.1, 40, 40, false],
    [2, 40, 240, true],
    [2, 40, 241, false],
    [2, 241, 40, false],
    [2, -20, 180, true],
  ])(
    'with a city %d km away at %d m and a place at %d m is %p',
    (km, cityMetres, placeMetres, expected) => {
      expect(servesCell(at(km, cityMetres), at(0, placeMetres), CENTRE)).toBe(expected);
    },
  );

  it.each([
    ['the position of the city', { ...at(0, 40), position: null }, at(0, 40)],
    ['the elevation of the city', at(0, null), at(0, 40)],
    ['the elevation of the place', at(0, 40), at(0, null)],
  ])('is false while %s is unknown', (_what, city, place) => {
    expect(servesCell(city, place, CENTRE)).toBe(false);
  });
});
