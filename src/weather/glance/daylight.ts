import { getPosition } from 'suncalc';
import type { Position } from '@app/cells/position.js';

/** The upper edge of the sun is above the horizon until its centre is this far below. */
const SUN_RADIUS_DEGREES = 0.267;

/** Whether the sun is up at an instant, seen from sea level. */
export function isSunUp(atMs: number, { latitude, longitude }: Position): boolean {
  const { altitude } = getPosition(new Date(atMs), latitude, longitude);
  return altitude > -SUN_RADIUS_DEGREES;
}

/** Day or night as the provider says, else by the sun; null when the instant or the position is unknown. */
export function daylightAt(
  atMs: number | null,
  isDay: boolean | null,
  position: Position | null,
): 0 | 1 | null {
  const day = isDay ?? (atMs !== null && position ? isSunUp(atMs, position) : null);
  return day === null ? null : day ? 1 : 0;
}
