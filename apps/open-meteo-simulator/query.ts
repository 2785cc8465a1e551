import type { Site } from '../../packages/simulated-weather/maths/earth.js';
import { placeAt } from '../../packages/simulated-weather/world/atlas.js';
import { offsetMinutes } from '../../packages/simulated-weather/world/zone.js';

/** Grid cells per degree. */
const GRID = 16;

/** A request that the vendor rejects; the message is its `reason`. */
export class BadRequest extends Error {}

export interface Zone {
  readonly name: string;
  /** At the time of the response, used for all its rows. */
  readonly offsetMs: number;
}

/** The centre of the grid cell that contains the position. @throws BadRequest */
export function siteOf(query: URLSearchParams): Site {
  const [latitude, longitude] = ['latitude', 'longitude'].map((name) => {
    const text = query.get(name);
    const value = text ? Number(text) : NaN;
    const limit = name === 'latitude' ? 90 : 180;
    if (!(Math.abs(value) <= limit)) {
      throw new BadRequest(`${name} must be in range of -${limit} to ${limit}°. Given: ${text}.`);
    }
    return Math.round(value * GRID) / GRID;
  }) as [number, number];
  return { latitude, longitude, elevationM: 0 };
}

/** @throws BadRequest */
export function zoneOf(requested: string, site: Site, nowMs: number): Zone {
  const name = requested === 'auto' ? (placeAt(site)?.zone ?? nauticalZone(site)) : requested;
  try {
    return { name, offsetMs: offsetMinutes(name, nowMs) * 60_000 };
  } catch {
    throw new BadRequest('Invalid timezone');
  }
}

/** `Etc/GMT+3` is three hours behind: POSIX counts westwards. */
function nauticalZone({ longitude }: Site): string {
  const west = -Math.round(longitude / 15);
  return west === 0 ? 'Etc/GMT' : `Etc/GMT${west > 0 ? '+' : ''}${west}`;
}

/** The requested variables of a block. @throws BadRequest */
export function namesIn(query: URLSearchParams, block: string, table: object): string[] {
  const names = query.getAll(block).flatMap((list) => list.split(',').filter(Boolean));
  const unknown = names.find((name) => !Object.hasOwn(table, name));
  if (unknown === undefined) return names;
  throw new BadRequest(`Cannot initialize Variable from invalid String value ${unknown}.`);
}

/** @throws BadRequest */
export function wholeNumber(
  query: URLSearchParams,
  name: string,
  fallback: number,
  max: number,
): number {
  const value = Number(query.get(name) ?? fallback);
  if (Number.isInteger(value) && value >= 0 && value <= max) return value;
  throw new BadRequest(`${name} is invalid. Allowed range 0 to ${max}.`);
}
