import { HOUR_MS } from '../../../../packages/simulated-weather/maths/numbers.js';
import type { Site } from '../../../../packages/simulated-weather/maths/earth.js';
import { liquidMm } from '../../../../packages/simulated-weather/weather/precipitation.js';
import { temperatureAt } from '../../../../packages/simulated-weather/weather/temperature.js';
import { bothSystems } from '../quantity.js';

const PAST_HOURS = {
  PastHour: 1,
  Past3Hours: 3,
  Past6Hours: 6,
  Past9Hours: 9,
  Past12Hours: 12,
  Past18Hours: 18,
  Past24Hours: 24,
} as const;

const PAST_RANGES = { Past6HourRange: 6, Past12HourRange: 12, Past24HourRange: 24 } as const;

/** Precipitation in the hours before an instant, as water. */
export function pastWater(site: Site, untilMs: number, hours: number) {
  return bothSystems('water', liquidMm(site, untilMs - hours * HOUR_MS, untilMs));
}

/** `PrecipitationSummary` without its `Precipitation`. */
export function precipitationSummary(site: Site, untilMs: number) {
  return mapValues(PAST_HOURS, (hours) => pastWater(site, untilMs, hours));
}

export function temperatureSummary(site: Site, untilMs: number) {
  return mapValues(PAST_RANGES, (hours) => {
    const temperatures = Array.from({ length: hours + 1 }, (_, index) =>
      temperatureAt(site, untilMs - index * HOUR_MS),
    );
    return {
      Minimum: bothSystems('temperature', Math.min(...temperatures)),
      Maximum: bothSystems('temperature', Math.max(...temperatures)),
    };
  });
}

function mapValues<Key extends string, From, To>(
  table: Readonly<Record<Key, From>>,
  make: (value: From) => To,
): Record<Key, To> {
  const made = Object.entries<From>(table).map(([key, value]) => [key, make(value)]);
  return Object.fromEntries(made) as Record<Key, To>;
}
