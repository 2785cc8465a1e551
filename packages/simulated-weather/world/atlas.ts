import { CITY_REACH_KM } from './city-reach.js';
import { cityOfKey, nearestCity } from './cities.js';
import type { Position } from '../maths/earth.js';
import { neighbourhoodOfKey } from './neighbourhoods.js';
import type { Place } from './place.js';
import { villageAt, villageOfKey } from './villages.js';

/** The vendor's places reach about 50 nautical miles off a coast (facts, section 2.1). */
const COASTAL_REACH_KM = 92;

/** The place of a position, or undefined at sea. The same in every process. */
export function placeAt(position: Position): Place | undefined {
  const { city, km } = nearestCity(position);
  if (km <= CITY_REACH_KM) return city;
  return villageAt(position) ?? (km <= COASTAL_REACH_KM ? city : undefined);
}

/** The place of a location key, or undefined when no place has that key. */
export function placeOfKey(key: string): Place | undefined {
  return cityOfKey(key) ?? villageOfKey(key) ?? neighbourhoodOfKey(key);
}
