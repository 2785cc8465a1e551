import { compactCodec } from '@app/read-through/compact-codec.js';
import { listOf } from '@app/read-through/list-shape.js';
import { flat } from '@app/read-through/record-shape.js';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../durations.js';
import * as is from '../../values/field-readers.js';
import type { Dataset } from '../dataset.js';
import { MAX_HOURS, type ForecastHour, type HourlyForecast } from './hourly-forecast.js';
import { withRunningHour } from './running-hour.js';

const hours = listOf(
  'hours',
  flat<ForecastHour>({
    startsAtMs: ['s', is.instant, 'required'],
    condition: ['c', is.conditionCode],
    isDay: ['d', is.flag],
    temperatureCelsius: ['t', is.number('temperature')],
    feelsLikeCelsius: ['f', is.number('temperature')],
    humidityPercent: ['h', is.number('percentage')],
    cloudCoverPercent: ['cc', is.number('percentage')],
    windKilometersPerHour: ['w', is.number('speed')],
    gustKilometersPerHour: ['g', is.number('speed')],
    windFromDegrees: ['wd', is.number('windDirection')],
    visibilityMeters: ['v', is.number('visibility')],
    precipitationProbabilityPercent: ['pp', is.number('percentage')],
    precipitationMillimeters: ['r', is.number('precipitation')],
    snowCentimeters: ['sn', is.number('snow')],
    uvIndex: ['u', is.number('uvIndex')],
  }),
  'h',
  { minLength: 1, maxLength: MAX_HOURS, orderedBy: 'startsAtMs' },
);

export const hourlyDataset: Dataset<HourlyForecast> = {
  codec: compactCodec(hours),
  complete: withRunningHour,
  freshness: {
    freshAtLeastMs: 30 * MINUTE_MS,
    freshAtMostMs: 2 * HOUR_MS,
    revalidateForMs: 30 * MINUTE_MS,
    errorForMs: DAY_MS,
  },
  whenUnavailable: 'fail',
  keyedBy: 'place',
  sizeFactor: 6,
  isCovered: () => true,
};
