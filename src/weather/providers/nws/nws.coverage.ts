import type { Position } from '@app/cells/position.js';

type Box = readonly [south: number, west: number, north: number, east: number];

/** The United States and its territories, generously: Canada and Mexico are told apart by the feed itself. */
const BOXES: readonly Box[] = [
  [24.3, -125, 49.5, -66.8], // contiguous states
  [51, -180, 71.6, -129.9], // Alaska
  [51, 172, 53.5, 180], // Aleutians beyond the antimeridian
  [18.7, -178.6, 28.6, -154.6], // Hawaii
  [17.5, -68, 18.7, -64.4], // Puerto Rico, US Virgin Islands
  [13.1, 144.5, 20.7, 146.2], // Guam, Northern Marianas
  [-14.8, -171.2, -10.9, -168], // American Samoa
];

/** Whether the feed may cover a position: false without a call. */
export function mayCover({ latitude, longitude }: Position): boolean {
  return BOXES.some(
    ([south, west, north, east]) =>
      latitude >= south && latitude <= north && longitude >= west && longitude <= east,
  );
}
