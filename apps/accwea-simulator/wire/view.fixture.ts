import { placeAt } from '../../../packages/simulated-weather/world/atlas.js';
import { CITIES } from '../../../packages/simulated-weather/world/cities.js';
import type { Place } from '../../../packages/simulated-weather/world/place.js';
import type { View } from './view.js';

export const SUMMER_AFTERNOON = Date.UTC(2026, 6, 9, 14, 32, 4);

/** A city of the table by its name. */
export function city(name: string): Place {
  const found = CITIES.find((place) => place.name === name);
  if (!found) throw new Error(`no city ${name}`);
  return found;
}

export function village(latitude: number, longitude: number): Place {
  const found = placeAt({ latitude, longitude });
  if (!found) throw new Error(`no place at ${latitude}, ${longitude}`);
  return found;
}

/** Paris on a summer afternoon with all details in metric units, with the changes of a test. */
export function viewOf(changes: Partial<View> = {}): View {
  return {
    place: city('Paris'),
    nowMs: SUMMER_AFTERNOON,
    language: 'en-us',
    details: true,
    metric: true,
    ...changes,
  };
}

/** Views of every city at many instants of a year. */
export function manyViews(changes: Partial<View> = {}): View[] {
  return CITIES.flatMap((place, index) =>
    [0, 1, 2].map((season) =>
      viewOf({
        place,
        nowMs: Date.UTC(2026, 0, 1) + (season * 118 + index * 0.93) * 86_400_000,
        ...changes,
      }),
    ),
  );
}
