import { distanceKm } from '@app/cells/distance.js';
import type { Position } from '@app/cells/position.js';
import type { UtcOffset } from '@app/local-time/utc-offset.js';

/** A location of the provider; its weather applies to every cell that resolves to it. */
export interface Place {
  /** The provider's identifier: opaque, never a number. */
  readonly key: string;
  /** In English; null when the provider gives none. */
  readonly name: string | null;
  /** ISO 3166-1 alpha-2. */
  readonly country: string | null;
  /** IANA name. */
  readonly timeZone: string | null;
  /** For a place without `timeZone`; null as well when the provider gives neither. */
  readonly utcOffset: UtcOffset | null;
  /** Of the place, not of the watch; null when unknown. */
  readonly position: Position | null;
  /** Of the place, above the sea; null when unknown. */
  readonly elevationMetres: number | null;
  /** Of a neighbourhood: the key of its city; null for any other place. */
  readonly cityKey: string | null;
  /** Whether official alerts are available; null when unknown. */
  readonly hasAlerts: boolean | null;
  /** Whether the daily forecast has air quality; null when unknown. */
  readonly hasAirQuality: boolean | null;
  /** Whether the daily forecast has pollen; null when unknown. */
  readonly hasPollen: boolean | null;
  /** Whether the provider forecasts the minutes of the next hour there; null when unknown. */
  readonly hasMinutely: boolean | null;
}

/** A place further away is not accepted: near a coast a search may return a distant city. */
const MAX_DISTANCE_KM = 50;

/** Whether a place is too far from a position; false while its own position is unknown. */
export function isTooFar({ position }: Pick<Place, 'position'>, from: Position): boolean {
  return position !== null && distanceKm(from, position) > MAX_DISTANCE_KM;
}
