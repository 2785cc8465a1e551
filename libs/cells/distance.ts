import { EARTH_RADIUS_METRES, toRadians } from './earth.js';
import type { Position } from './position.js';

/** Great-circle distance in kilometres on the mean sphere, within 0.6 % of the ellipsoid's. */
export function distanceKm(a: Position, b: Position): number {
  const northward = Math.sin(toRadians(b.latitude - a.latitude) / 2);
  const eastward = Math.sin(toRadians(b.longitude - a.longitude) / 2);
  const shrink = Math.cos(toRadians(a.latitude)) * Math.cos(toRadians(b.latitude));
  const haversine = northward ** 2 + shrink * eastward ** 2;
  // Rounding can lift the haversine of antipodes above 1, where asin is NaN.
  return (2 * EARTH_RADIUS_METRES * Math.asin(Math.sqrt(Math.min(1, haversine)))) / 1000;
}
