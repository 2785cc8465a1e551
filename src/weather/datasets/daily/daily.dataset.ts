import { compactCodec } from '@app/read-through/compact-codec.js';
import { listOf } from '@app/read-through/list-shape.js';
import { both, flat } from '@app/read-through/record-shape.js';
import { DAY_MS, HOUR_MS } from '../../durations.js';
import * as is from '../../values/field-readers.js';
import type { Dataset } from '../dataset.js';
import { AIR_QUALITY_CATEGORIES } from './air/air-quality.js';
import { POLLEN_CATEGORIES } from './air/pollen.js';
import type { DailyForecast, ForecastDay } from './daily-forecast.js';
import { MOON_PHASES } from './moon/moon.js';

/** Later releases may add categories. */
const airQualityCategory = is.oneOfOr(AIR_QUALITY_CATEGORIES, 'unknown');
const pollenCategory = is.oneOfOr(POLLEN_CATEGORIES, 'unknown');

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
    sunshineHours: ['sh', is.number('hoursOfDay')],
    airQualityCategory: ['ac', airQualityCategory],
    airQualityIndex: ['ai', is.number('airQualityIndex')],
    grassPollenCategory: ['gc', pollenCategory],
    grassPollenPerCubicMeter: ['gp', is.number('particlesPerCubicMeter')],
    treePollenCategory: ['tc', pollenCategory],
    treePollenPerCubicMeter: ['tp', is.number('particlesPerCubicMeter')],
    ragweedPollenCategory: ['rc', pollenCategory],
    ragweedPollenPerCubicMeter: ['rp', is.number('particlesPerCubicMeter')],
    moldSporesCategory: ['mc', pollenCategory],
    moldSporesPerCubicMeter: ['mp', is.number('particlesPerCubicMeter')],
    moonPhase: ['ph', is.oneOf(MOON_PHASES)],
    moonAgeDays: ['ma', is.number('moonAge')],
    moonriseAtMs: ['mr', is.instant],
    moonsetAtMs: ['ms', is.instant],
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
  keyedBy: 'place',
  sizeFactor: 16,
  isCovered: () => true,
};
