import { nearestCity } from './cities.js';
import { radians, type Position } from '../maths/earth.js';
import { fractionOf, pick, wholeOf } from '../maths/hash.js';
import { isLand } from './land.js';
import type { Place } from './place.js';

const BAND_DEGREES = 0.08;
const BANDS = 180 / BAND_DEGREES;
/** Village keys are `FIRST_KEY + band * KEYS_PER_BAND + column`; city keys stay below. */
const FIRST_KEY = 10_000_000;
const KEYS_PER_BAND = 5000;
const KEY_FORM = /^(\d{8})(?:_(?:PC|POI))?$/;
/** Beyond this distance the country and zone of the nearest city do not apply. */
const COUNTRY_REACH_KM = 1000;
const SYLLABLES = ['al', 'ber', 'cor', 'dun', 'el', 'fa', 'gra', 'ho', 'lin', 'mar', 'no', 'sel'];
const ENDINGS = ['burg', 'field', 'ham', 'mont', 'sur-Rive', 'stad', 'ton', 'ville'];

/** The village whose box (about 9 km square) holds the position; none where that village would be at sea. */
export function villageAt({ latitude, longitude }: Position): Place | undefined {
  const band = Math.min(BANDS - 1, Math.floor((latitude + 90) / BAND_DEGREES));
  const columns = columnsIn(band);
  const column = Math.floor(((longitude + 180) / 360) * columns) % columns;
  return village(band, column);
}

/** Inverse of {@link villageAt}: undefined for a key that no village has. */
export function villageOfKey(key: string): Place | undefined {
  const digits = Number(KEY_FORM.exec(key)?.[1]) - FIRST_KEY;
  const [band, column] = [Math.floor(digits / KEYS_PER_BAND), digits % KEYS_PER_BAND];
  if (!(band >= 0 && band < BANDS && column < columnsIn(band))) return undefined;
  const found = village(band, column);
  return found?.key === key ? found : undefined;
}

/** The number of columns that makes a box as wide as it is high. */
function columnsIn(band: number): number {
  const middle = -90 + (band + 0.5) * BAND_DEGREES;
  return Math.max(1, Math.round((360 / BAND_DEGREES) * Math.cos(radians(middle))));
}

function village(band: number, column: number): Place | undefined {
  const digits = String(FIRST_KEY + band * KEYS_PER_BAND + column);
  const position = {
    latitude: -90 + (band + offCentre(`${digits}y`)) * BAND_DEGREES,
    longitude: -180 + ((column + offCentre(`${digits}x`)) * 360) / columnsIn(band),
  };
  if (!isLand(position)) return undefined;
  return { ...kindOf(digits), ...surroundings(position), ...rounded(position), rank: 85 };
}

/** In the middle fifth of its box, so that no position is farther than 10 km from its village. */
function offCentre(text: string): number {
  return 0.4 + 0.2 * fractionOf(text);
}

function rounded({ latitude, longitude }: Position): Position {
  return { latitude: Number(latitude.toFixed(3)), longitude: Number(longitude.toFixed(3)) };
}

function kindOf(digits: string): Pick<Place, 'key' | 'type' | 'name' | 'elevationM'> {
  const name = capital(pick(SYLLABLES, `${digits}a`) + pick(SYLLABLES, `${digits}b`));
  const described = {
    name: name + pick(ENDINGS, `${digits}c`),
    elevationM: 5 + Math.floor(900 * fractionOf(`${digits}m`) ** 2),
  };
  const roll = wholeOf(`${digits}k`, 100);
  if (roll < 10) return { key: `${digits}_PC`, type: 'PostalCode', ...described };
  if (roll < 13) return { key: `${digits}_POI`, type: 'POI', ...described };
  return { key: digits, type: 'City', ...described };
}

function surroundings(position: Position): Pick<Place, 'countryId' | 'zone' | 'district'> {
  const { city, km } = nearestCity(position);
  const { countryId, zone, district } = city;
  if (km < COUNTRY_REACH_KM) return { countryId, zone, district };
  const hoursEast = Math.round(position.longitude / 15);
  // POSIX counts these zones westward.
  return {
    countryId: '',
    zone: `Etc/GMT${hoursEast > 0 ? '-' : '+'}${Math.abs(hoursEast)}`,
    district: '',
  };
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
