import { compactCodec, flat, listOf } from '@app/read-through/compact-codec.js';
import { DAY_MS, HOUR_MS } from '../../durations.js';
import type { Dataset } from '../dataset.js';
import type { DailyForecast, ForecastDay } from './daily-forecast.js';

const days = listOf(
  'days',
  flat<ForecastDay>({
    date: 'on',
    condition: 'c',
    nightCondition: 'nc',
    lowestCelsius: 'l',
    highestCelsius: 'h',
    precipitationProbabilityPercent: 'pp',
    precipitationMillimeters: 'r',
    snowCentimeters: 'sn',
    windKilometersPerHour: 'w',
    gustKilometersPerHour: 'g',
    windFromDegrees: 'wd',
    uvIndex: 'u',
    sunriseAtMs: 'sr',
    sunsetAtMs: 'ss',
  }),
  'd',
);

const zone = flat<Pick<DailyForecast, 'timeZone'>>({ timeZone: 'z' });

export const dailyDataset: Dataset<DailyForecast> = {
  codec: compactCodec({
    pack: (forecast) => ({ ...days.pack(forecast), ...zone.pack(forecast) }),
    unpack: (stored) => {
      const list = days.unpack(stored);
      const zoned = zone.unpack(stored);
      return list && zoned && { ...list, ...zoned };
    },
  }),
  freshness: {
    freshAtLeastMs: HOUR_MS,
    freshAtMostMs: 6 * HOUR_MS,
    revalidateForMs: HOUR_MS,
    errorForMs: 3 * DAY_MS,
  },
  whenUnavailable: 'fail',
  isCovered: () => true,
};
