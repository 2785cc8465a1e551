const EARTH_RADIUS_KM = 6371;

/** Degrees WGS-84, north and east positive. */
export interface Position {
  readonly latitude: number;
  readonly longitude: number;
}

/** A position with its elevation: with the instant, all that its weather depends on. */
export interface Site extends Position {
  readonly elevationM: number;
}

const DEGREES_PER_RADIAN = 180 / Math.PI;

export const radians = (degrees: number): number => degrees / DEGREES_PER_RADIAN;

export const degrees = (angleRadians: number): number => angleRadians * DEGREES_PER_RADIAN;

/** Great-circle distance; correct across ±180° and at the poles. */
export function distanceKm(a: Position, b: Position): number {
  const halfLatitude = radians(b.latitude - a.latitude) / 2;
  const halfLongitude = radians(b.longitude - a.longitude) / 2;
  const chord =
    Math.sin(halfLatitude) ** 2 +
    Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * Math.sin(halfLongitude) ** 2;
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(chord)));
}
