import { compactCodec, flat } from '@app/read-through/compact-codec.js';
import { HOUR_MS, MINUTE_MS } from '../../durations.js';
import type { Dataset } from '../dataset.js';
import type { Conditions } from './conditions.js';

export const conditionsDataset: Dataset<Conditions> = {
  codec: compactCodec(
    flat<Conditions>({
      observedAtMs: 'o',
      condition: 'c',
      isDay: 'd',
      temperatureCelsius: 't',
      feelsLikeCelsius: 'f',
      dewPointCelsius: 'dp',
      humidityPercent: 'h',
      cloudCoverPercent: 'cc',
      windKilometersPerHour: 'w',
      gustKilometersPerHour: 'g',
      windFromDegrees: 'wd',
      pressureHectopascals: 'p',
      pressureTrend: 'pt',
      visibilityMeters: 'v',
      precipitationPastHourMillimeters: 'r',
      precipitationKind: 'pk',
      uvIndex: 'u',
    }),
  ),
  freshness: {
    freshAtLeastMs: 10 * MINUTE_MS,
    freshAtMostMs: HOUR_MS,
    revalidateForMs: 5 * MINUTE_MS,
    errorForMs: 6 * HOUR_MS,
  },
  whenUnavailable: 'fail',
  isCovered: () => true,
};
