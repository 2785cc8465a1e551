import { mean, round, sum } from '../maths/numbers.js';
import type { Hour } from './hour.js';
import type { PrecipitationType } from './precipitation.js';
import type { Sky } from './sky.js';

/** A summary of twelve hours. */
export interface HalfDay {
  readonly hours: readonly Hour[];
  /** The sky of the summary: the wettest hour, or the mean. */
  readonly sky: Sky;
  readonly precipitation: PrecipitationType | null;
  readonly probabilityPercent: number;
  readonly thunderPercent: number;
  readonly temperatureC: number;
  readonly liquidMm: number;
  readonly rainMm: number;
  readonly snowCm: number;
  readonly iceMm: number;
}

/** `isDay` is the half, not the sun: in polar night a `Day` still has the icons of a day. */
export function halfDayOf(hours: readonly Hour[], isDay: boolean): HalfDay {
  const wettest = hours.reduce((most, hour) => (hour.liquidMm > most.liquidMm ? hour : most));
  const total = (value: (hour: Hour) => number) => sum(hours.map(value));
  const most = (value: (hour: Hour) => number) => Math.max(...hours.map(value));
  const { precipitation } = wettest;
  return {
    hours,
    sky: { ...wettest, ...(precipitation ? {} : dryMean(hours)), isDay },
    precipitation,
    probabilityPercent: most((hour) => hour.probabilityPercent),
    thunderPercent: most((hour) => hour.thunderPercent),
    temperatureC: mean(hours.map((hour) => hour.temperatureC)),
    liquidMm: total((hour) => hour.liquidMm),
    rainMm: total((hour) => hour.rainMm),
    snowCm: total((hour) => hour.snowCm),
    iceMm: total((hour) => hour.iceMm),
  };
}

function dryMean(hours: readonly Hour[]) {
  const average = (value: (hour: Hour) => number) => mean(hours.map(value));
  return {
    cloudPercent: round(average((hour) => hour.cloudPercent)),
    temperatureC: average((hour) => hour.temperatureC),
    visibilityKm: average((hour) => hour.visibilityKm),
    fog: hours.every((hour) => hour.fog),
  };
}
