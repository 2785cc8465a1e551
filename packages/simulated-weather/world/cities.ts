import { CITY_ROWS } from './city-table.js';
import { distanceKm, type Position } from '../maths/earth.js';
import type { Place } from './place.js';

export const CITIES: readonly Place[] = CITY_ROWS.map(
  ([key, name, countryId, zone, latitude, longitude, elevationM, rank]) => ({
    key,
    type: 'City',
    name,
    countryId,
    zone,
    latitude,
    longitude,
    elevationM,
    rank,
    district: name,
  }),
);

const CITY_OF_KEY = new Map(CITIES.map((city) => [city.key, city]));

export function cityOfKey(key: string): Place | undefined {
  return CITY_OF_KEY.get(key);
}

/** The city nearest to a position, however far. */
export function nearestCity(position: Position): { city: Place; km: number } {
  return CITIES.map((city) => ({ city, km: distanceKm(position, city) })).reduce((best, next) =>
    next.km < best.km ? next : best,
  );
}
