import { compactCodec } from '@app/read-through/compact-codec.js';
import { listOf } from '@app/read-through/list-shape.js';
import { both, flat, where } from '@app/read-through/record-shape.js';
import { MINUTE_MS } from '../../durations.js';
import * as is from '../../values/field-readers.js';
import type { Dataset } from '../dataset.js';
import {
  INTERVAL_TYPES,
  type MinutelyForecast,
  type PrecipitationInterval,
} from './minutely-forecast.js';

/** A longer interval is an error: forecasts cover two hours, marketing promises four. */
const LONGEST_INTERVAL_MS = 6 * 60 * MINUTE_MS;

const interval = where(
  flat<PrecipitationInterval>({
    startsAtMs: ['s', is.instant, 'required'],
    endsAtMs: ['e', is.instant, 'required'],
    type: ['t', is.oneOfOr(INTERVAL_TYPES, 'precipitation'), 'required'],
    millimetersPerHour: ['r', is.number('precipitationRate')],
  }),
  ({ startsAtMs, endsAtMs }) =>
    endsAtMs > startsAtMs && endsAtMs - startsAtMs <= LONGEST_INTERVAL_MS,
);

/** A covered position has at least one interval, and no interval starts before the last one has ended. */
const forecast = where<MinutelyForecast>(
  both(
    flat<Pick<MinutelyForecast, 'isCovered' | 'resolutionMinutes'>>({
      isCovered: ['c', is.flag, 'required'],
      resolutionMinutes: ['m', is.number('resolutionMinutes')],
    }),
    listOf('intervals', interval, 'i', { minLength: 0, maxLength: 128 }),
  ),
  ({ isCovered, intervals }) =>
    isCovered === intervals.length > 0 &&
    intervals.every(({ startsAtMs }, index) => {
      const before = intervals[index - 1];
      return before === undefined || before.endsAtMs <= startsAtMs;
    }),
);

export const minutelyDataset: Dataset<MinutelyForecast, 'unknown'> = {
  codec: compactCodec(forecast),
  freshness: {
    freshAtLeastMs: 5 * MINUTE_MS,
    freshAtMostMs: 10 * MINUTE_MS,
    revalidateForMs: MINUTE_MS,
    // Forecasts cover two hours: an hour of it is left until the record is dead.
    errorForMs: 30 * MINUTE_MS,
  },
  whenUnavailable: 'unknown',
  keyedBy: 'position',
  sizeFactor: 1,
  isCovered: ({ hasMinutely }) => hasMinutely !== false,
  isNotCovered: ({ isCovered }) => !isCovered,
};
