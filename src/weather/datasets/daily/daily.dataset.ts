import { compactCodec } from '@app/read-through/compact-codec.js';
import { listOf } from '@app/read-through/list-shape.js';
import { both, flat } from '@app/read-through/record-shape.js';
import { DAY_MS, HOUR_MS } from '../../durations.js';
import * as is from '../../values/field-readers.js';
import type { Dataset } from '../dataset.js';
import type { DailyForecast, ForecastDay } from './daily-forecast.js';

const days = listOf(
  'days',
  flat<ForecastDay>({
    date: ['on', is.calendarDay, 'required'],
    condition: ['c', is.conditionCode],
    nightCondition: ['nc', is.conditionCode],
    lowestCelsius: ['l', is.number('temperature')],
    highestCelsius: ['h', is.number('temperature')],
    precipitationProbabilityPercent: ['pp', is.number('percentage')],
    precipitationMillimeters: ['r', is.number('precipitation')],
    snowCentimeters: ['sn', is.number('snow')],
    windKilometersPerHour: ['w', is.number('speed')],
    gustKilometersPerHour: ['g', is.number('speed')],
    windFromDegrees: ['wd', is.number('windDirection')],
    uvIndex: ['u', is.number('uvIndex')],
    sunriseAtMs: ['sr', is.instant],
    sunsetAtMs: ['ss', is.instant],
  }),
  'd',
  { minLength: 1, maxLength: 10, orderedBy: 'date' },
);

const zone = flat<Pick<DailyForecast, 'timeZone'>>({ timeZone: ['z', is.text('timeZone')] });

export const dailyDataset: Dataset<DailyForecast> = {
  codec: compactCodec(both(days, zone)),
  freshness: {
    freshAtLeastMs: HOUR_MS,
    freshAtMostMs: 6 * HOUR_MS,
    revalidateForMs: HOUR_MS,
    errorForMs: 3 * DAY_MS,
  },
  whenUnavailable: 'fail',
  isCovered: () => true,
};
