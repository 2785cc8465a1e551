import { distanceKm } from '@app/cells/distance.js';
import type { Position } from '@app/cells/position.js';

/** What the provider calls a location; its weather stands for every cell that resolves to it. */
export interface Place {
  /** The provider's name for it: opaque, never a number. */
  readonly key: string;
  /** In English; null when the provider gives none. */
  readonly name: string | null;
  /** ISO 3166-1 alpha-2. */
  readonly country: string | null;
  /** IANA name. */
  readonly timeZone: string | null;
  /** Of the place itself, not of who asks; null when the provider does not say. */
  readonly position: Position | null;
  /** Whether official alerts exist there; null when the provider does not say. */
  readonly hasAlerts: boolean | null;
}

/** Farther than this, the place is another place: near a coast a search may name a distant city. */
const MAX_DISTANCE_KM = 50;

/** Whether a place is too far away to stand for a position, as far as it says where it is. */
export function isTooFar({ position }: Pick<Place, 'position'>, from: Position): boolean {
  return position !== null && distanceKm(from, position) > MAX_DISTANCE_KM;
}
