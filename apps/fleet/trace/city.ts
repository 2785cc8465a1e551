import type { Position } from '@app/cells/position.js';
import { ASSUMPTIONS } from '../world/assumptions.js';
import type { Fleet } from '../world/fleet.js';
import type { World } from '../world/world.js';

/** A place of the world as a disc with people, and the watches that are in it during the day. */
export interface City {
  /** Row in the table of the world: names its random numbers. */
  readonly row: number;
  readonly centre: Position;
  readonly population: number;
  readonly radiusKm: number;
  readonly offsetMinutes: number;
  readonly watches: number;
  /** The first so many of `watches` are visitors. */
  readonly visitors: number;
}

export function cityAt(world: World, { present, visitors }: Fleet, row: number): City {
  const population = world.population[row] ?? 0;
  return {
    row,
    centre: { latitude: world.latitude[row] ?? 0, longitude: world.longitude[row] ?? 0 },
    population,
    radiusKm: Math.sqrt(population / ASSUMPTIONS.peoplePerSquareKm / Math.PI),
    offsetMinutes: world.offsetMinutes[row] ?? 0,
    watches: present[row] ?? 0,
    visitors: visitors[row] ?? 0,
  };
}

const KM_PER_DEGREE = 111.195;

/** The position so many kilometres east and north of another one; on Earth also near the poles and at ±180°. */
export function moved(
  { latitude, longitude }: Position,
  eastKm: number,
  northKm: number,
): Position {
  const to = Math.max(-90, Math.min(90, latitude + northKm / KM_PER_DEGREE));
  const shrink = Math.max(0.01, Math.cos((latitude * Math.PI) / 180));
  const east = longitude + eastKm / (KM_PER_DEGREE * shrink);
  return { latitude: to, longitude: ((((east + 180) % 360) + 360) % 360) - 180 };
}
