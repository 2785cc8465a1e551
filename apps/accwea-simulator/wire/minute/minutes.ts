import { round } from '../../../../packages/simulated-weather/maths/numbers.js';
import {
  rateAt,
  type PrecipitationType,
} from '../../../../packages/simulated-weather/weather/precipitation.js';
import { weatherAt } from '../../../../packages/simulated-weather/weather/weather.js';
import type { View } from '../view.js';

const MINUTE_MS = 60_000;
/** The window of MinuteCast. */
const MINUTES = 120;

/** One minute of the forecast; the first is the current one. */
export interface Minute {
  readonly minute: number;
  readonly startMs: number;
  readonly precipitation: PrecipitationType | null;
  /** Radar reflectivity; 0 when dry. */
  readonly dbz: number;
}

/** Minutes in a row with the same precipitation. */
export interface Segment extends Pick<Minute, 'precipitation'> {
  readonly firstMinute: number;
  readonly lastMinute: number;
}

export function minutesOf({ place, nowMs }: Pick<View, 'place' | 'nowMs'>): Minute[] {
  const firstMs = Math.floor(nowMs / MINUTE_MS) * MINUTE_MS;
  return Array.from({ length: MINUTES }, (_, minute) => {
    const startMs = firstMs + minute * MINUTE_MS;
    const rate = rateAt(place, startMs);
    const precipitation = rate > 0 ? weatherAt(place, startMs).precipitation : null;
    return { minute, startMs, precipitation, dbz: rate > 0 ? dbzOf(rate) : 0 };
  });
}

export function segmentsOf(view: Pick<View, 'place' | 'nowMs'>): Segment[] {
  const segments: Segment[] = [];
  for (const { minute, precipitation } of minutesOf(view)) {
    const last = segments.at(-1);
    if (last?.precipitation === precipitation) segments.pop();
    const firstMinute = last?.precipitation === precipitation ? last.firstMinute : minute;
    segments.push({ precipitation, firstMinute, lastMinute: minute });
  }
  return segments;
}

/** The reflectivity of rain (Marshall and Palmer, 1948). */
function dbzOf(millimetersPerHour: number): number {
  return round(10 * Math.log10(200 * millimetersPerHour ** 1.6), 1);
}
