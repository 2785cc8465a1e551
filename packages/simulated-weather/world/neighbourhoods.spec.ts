import { describe, expect, it } from '@jest/globals';
import { distanceKm } from '../maths/earth.js';
import { placeOfKey } from './atlas.js';
import { CITIES } from './cities.js';
import { neighbourhoodAt } from './neighbourhoods.js';

const HUNDREDTHS = Array.from({ length: 11 }, (_, index) => (index - 5) / 100);
const around = (latitude: number, longitude: number) =>
  HUNDREDTHS.flatMap((north) =>
    HUNDREDTHS.map((east) => ({ latitude: latitude + north, longitude: longitude + east })),
  );

describe('neighbourhoodAt', () => {
  it('finds parts of every city, each within 2 km of its positions and by its key', () => {
    for (const city of CITIES) {
      const found = around(city.latitude, city.longitude).flatMap((position) => {
        const part = neighbourhoodAt(position);
        return part ? [{ part, km: distanceKm(part, position) }] : [];
      });
      expect(Math.max(...found.map(({ km }) => km))).toBeLessThan(2);
      for (const part of new Map(found.map(({ part }) => [part.key, part])).values()) {
        expect(part).toMatchObject({ parentCity: city, countryId: city.countryId });
        expect(placeOfKey(part.key)).toEqual(part);
      }
    }
  });

  it('finds several in one city, some of them more than 200 m above it', () => {
    const [paris] = CITIES;
    const found = around(48.857, 2.352).flatMap((position) => neighbourhoodAt(position) ?? []);
    const climbs = found.map(({ elevationM }) => elevationM - (paris?.elevationM ?? Number.NaN));

    expect(new Set(found.map(({ key }) => key)).size).toBeGreaterThan(15);
    expect(Math.max(...climbs)).toBeGreaterThan(200);
    expect(climbs.filter((climb) => climb <= 200).length).toBeGreaterThan(climbs.length / 2);
  });

  it('finds none outside the cities', () => {
    expect(neighbourhoodAt({ latitude: 46.8, longitude: 2.6 })).toBeUndefined();
  });
});
