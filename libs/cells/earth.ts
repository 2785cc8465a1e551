/** Radius in metres of the sphere that has the mean radius of WGS-84. */
export const EARTH_RADIUS_METRES = 6_371_008.8;

/** Degrees to radians. */
export function toRadians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}
