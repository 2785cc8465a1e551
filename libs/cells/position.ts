/** A point on Earth: degrees WGS-84, latitude in [-90, 90], longitude in [-180, 180]. */
export interface Position {
  readonly latitude: number;
  readonly longitude: number;
}
