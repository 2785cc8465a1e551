import { nearestCity } from './cities.js';
import type { Position } from '../maths/earth.js';
import { OUTLINES, type Outline } from './outlines.js';

/** The outlines are too coarse for coastal cities: positions this close to a city count as land. */
const CITY_SURROUNDINGS_KM = 40;

/** Whether a position is on land, by a coarse map. */
export function isLand(position: Position): boolean {
  return (
    OUTLINES.some((outline) => contains(outline, position)) ||
    nearestCity(position).km < CITY_SURROUNDINGS_KM
  );
}

/** Even-odd rule: counts the sides that a ray to the east crosses. */
function contains(outline: Outline, { latitude, longitude }: Position): boolean {
  let inside = false;
  for (let side = 0; side < outline.length; side += 2) {
    const previous = (side || outline.length) - 2;
    const [x1 = 0, y1 = 0] = [outline[side], outline[side + 1]];
    const [x0 = 0, y0 = 0] = [outline[previous], outline[previous + 1]];
    if (y1 > latitude === y0 > latitude) continue;
    if (longitude < x1 + ((latitude - y1) * (x0 - x1)) / (y0 - y1)) inside = !inside;
  }
  return inside;
}
