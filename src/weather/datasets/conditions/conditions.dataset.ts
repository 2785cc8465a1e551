import { compactCodec } from '@app/read-through/compact-codec.js';
import { flat, where } from '@app/read-through/record-shape.js';
import { HOUR_MS, MINUTE_MS } from '../../durations.js';
import type { Dataset } from '../dataset.js';
import * as is from '../../values/field-readers.js';
import { PRECIPITATION_KINDS, PRESSURE_TRENDS, type Conditions } from './conditions.js';

export const conditionsDataset: Dataset<Conditions> = {
  codec: compactCodec(
    where(
      flat<Conditions>({
        observedAtMs: ['o', is.instant],
        condition: ['c', is.conditionCode],
        isDay: ['d', is.flag],
        temperatureCelsius: ['t', is.number('temperature')],
        feelsLikeCelsius: ['f', is.number('temperature')],
        dewPointCelsius: ['dp', is.number('temperature')],
        humidityPercent: ['h', is.number('percentage')],
        cloudCoverPercent: ['cc', is.number('percentage')],
        windKilometersPerHour: ['w', is.number('speed')],
        gustKilometersPerHour: ['g', is.number('speed')],
        windFromDegrees: ['wd', is.number('windDirection')],
        pressureHectopascals: ['p', is.number('pressure')],
        pressureTrend: ['pt', is.oneOf(PRESSURE_TRENDS)],
        visibilityMeters: ['v', is.number('visibility')],
        precipitationPastHourMillimeters: ['r', is.number('precipitation')],
        precipitationKind: ['pk', is.oneOf(PRECIPITATION_KINDS)],
        uvIndex: ['u', is.number('uvIndex')],
      }),
      (conditions) => Object.values(conditions).some((value) => value !== null),
    ),
  ),
  freshness: {
    freshAtLeastMs: 10 * MINUTE_MS,
    freshAtMostMs: HOUR_MS,
    revalidateForMs: 5 * MINUTE_MS,
    errorForMs: 6 * HOUR_MS,
  },
  whenUnavailable: 'fail',
  keyedBy: 'place',
  sizeFactor: 1,
  isCovered: () => true,
};
