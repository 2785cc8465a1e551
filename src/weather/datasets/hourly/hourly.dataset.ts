import { compactCodec, flat, listOf } from '@app/read-through/compact-codec.js';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../durations.js';
import type { Dataset } from '../dataset.js';
import type { ForecastHour, HourlyForecast } from './hourly-forecast.js';

const hours = listOf(
  'hours',
  flat<ForecastHour>({
    startsAtMs: 's',
    condition: 'c',
    isDay: 'd',
    temperatureCelsius: 't',
    feelsLikeCelsius: 'f',
    humidityPercent: 'h',
    cloudCoverPercent: 'cc',
    windKilometersPerHour: 'w',
    gustKilometersPerHour: 'g',
    windFromDegrees: 'wd',
    visibilityMeters: 'v',
    precipitationProbabilityPercent: 'pp',
    precipitationMillimeters: 'r',
    snowCentimeters: 'sn',
    uvIndex: 'u',
  }),
  'h',
);

export const hourlyDataset: Dataset<HourlyForecast> = {
  codec: compactCodec(hours),
  freshness: {
    freshAtLeastMs: 30 * MINUTE_MS,
    freshAtMostMs: 2 * HOUR_MS,
    revalidateForMs: 30 * MINUTE_MS,
    errorForMs: DAY_MS,
  },
  whenUnavailable: 'fail',
  isCovered: () => true,
};
