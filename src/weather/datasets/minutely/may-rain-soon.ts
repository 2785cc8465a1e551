import type { ConditionCode } from '../../condition-code.js';
import { HOUR_MS } from '../../durations.js';
import type { ForecastHour, HourlyForecast } from '../hourly/hourly-forecast.js';
import { upcomingHours } from '../upcoming.js';

/** From which an hour of an hourly forecast may be wet: one of them is enough. */
export const WET_HOUR = {
  probabilityPercent: 30,
  /** The least that providers publish. */
  millimeters: 0.1,
  conditions: new Set<ConditionCode | null>([
    'drizzle',
    'rain',
    'showers',
    'thunderstorm',
    'hail',
    'flurries',
    'snow',
    'sleet',
    'freezing-rain',
    'ice',
    'rain-and-snow',
  ]),
} as const;

/**
 * Whether a record that the pod already has makes precipitation likely in an hour of which a part is within
 * the next 60 minutes: whether the rain of the next hour is worth a call. A value that is not known makes
 * nothing likely.
 */
export function mayRainSoon(hourly: HourlyForecast, nowMs: number): boolean {
  return upcomingHours(hourly, nowMs)
    .filter(({ startsAtMs }) => startsAtMs < nowMs + HOUR_MS)
    .some(mayBeWet);
}

function mayBeWet(hour: ForecastHour): boolean {
  return (
    (hour.precipitationProbabilityPercent ?? 0) >= WET_HOUR.probabilityPercent ||
    (hour.precipitationMillimeters ?? 0) >= WET_HOUR.millimeters ||
    WET_HOUR.conditions.has(hour.condition)
  );
}
