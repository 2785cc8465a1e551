import { positionOfBox } from '../../plan/map-box.js';
import type { PlanPart } from '../../plan/plan-part.js';

/** Where requests come from: latitude and longitude of the middle of a box of 2°, and its requests per day. */
export type MapBox = readonly [latitude: number, longitude: number, requestsPerDay: number];

/** The boxes that together hold almost all requests; the largest first. */
const ALMOST_ALL = 0.995;

export function loadMap(
  { requestsByBox, requests }: PlanPart,
  { days, scale }: { readonly days: number; readonly scale: number },
): readonly MapBox[] {
  const sorted = [...requestsByBox].toSorted(([a, x], [b, y]) => y - x || a.localeCompare(b));
  let before = 0;
  const shown = sorted.filter(([, count]) => {
    const isShown = before < ALMOST_ALL * requests;
    before += count;
    return isShown;
  });
  return shown.map(([name, count]) => {
    const { latitude, longitude } = positionOfBox(name);
    return [latitude, longitude, Math.round((count * scale) / days)];
  });
}
