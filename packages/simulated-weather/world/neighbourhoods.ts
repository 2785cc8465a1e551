import { radians, type Position } from '../maths/earth.js';
import { fractionOf } from '../maths/hash.js';
import { cityOfKey, nearestCity } from './cities.js';
import { CITY_REACH_KM } from './city-reach.js';
import type { Place } from './place.js';

const BOX_DEGREES = 0.02;
/** Half the number of boxes beside each other: they reach farther than a city. */
const HALF = 3;
/** `623` with the row and the column of the box. */
const KEY_FORM = /^(?<city>\d+)(?<row>[0-5])(?<column>[0-5])_AL$/;
/** The most hilly are farther from their city in height than 200 m. */
const MAX_CLIMB_METRES = 300;

/** The part of a city, about 2 km wide, that holds the position; undefined outside the cities. */
export function neighbourhoodAt(position: Position): Place | undefined {
  const { city, km } = nearestCity(position);
  if (km > CITY_REACH_KM) return undefined;
  const row = Math.floor((position.latitude - city.latitude) / BOX_DEGREES) + HALF;
  const column = Math.floor((position.longitude - city.longitude) / widthOf(city)) + HALF;
  return neighbourhood(city, row, column);
}

/** Inverse of {@link neighbourhoodAt}: undefined for a key that no neighbourhood has. */
export function neighbourhoodOfKey(key: string): Place | undefined {
  const groups = KEY_FORM.exec(key)?.groups;
  const city = groups && cityOfKey(groups['city'] ?? '');
  return city && neighbourhood(city, Number(groups['row']), Number(groups['column']));
}

function neighbourhood(city: Place, row: number, column: number): Place {
  const key = `${city.key}${row}${column}_AL`;
  const climbMetres = Math.floor(MAX_CLIMB_METRES * fractionOf(`${key}m`) ** 2);
  return {
    ...city,
    key,
    name: `${city.name} ${row + 1}-${column + 1}`,
    latitude: rounded(city.latitude + (row - HALF + 0.5) * BOX_DEGREES),
    longitude: rounded(city.longitude + (column - HALF + 0.5) * widthOf(city)),
    elevationM: city.elevationM + climbMetres,
    rank: 55,
    parentCity: city,
  };
}

/** The degrees of longitude that are as wide as a box is high. */
function widthOf({ latitude }: Position): number {
  return BOX_DEGREES / Math.cos(radians(latitude));
}

function rounded(degrees: number): number {
  return Number(degrees.toFixed(3));
}
