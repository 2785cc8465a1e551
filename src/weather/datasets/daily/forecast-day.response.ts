import { ApiProperty } from '@nestjs/swagger';
import type { TimeZone } from '@app/local-time/time-zone.js';
import type { ConditionCode } from '../../condition-code.js';
import type { ForecastDay } from './daily-forecast.js';
import type { View } from '../../view.js';
import { conditionText } from '../../i18n/condition-text.js';
import {
  ApiConditionCode,
  ApiConditionText,
  ApiInstant,
  ApiNullableEnum,
} from '../../dto/documented.decorators.js';
import { localOrNull } from '../../dto/instants.js';
import { Measured, WindDirection, measuredOf } from '../../dto/measured.decorator.js';
import { AirQualityResponse } from './air/air-quality.response.js';
import { PollenResponse } from './air/pollen.response.js';
import { MoonResponse } from './moon/moon.response.js';
import { POLAR_KINDS, type SunTimes } from './sun-times.js';

/** One day of `GET /v1/forecast/daily`. */
export class ForecastDayResponse {
  @ApiProperty({
    format: 'date',
    description: 'The calendar day of the place.',
    example: '2026-01-01',
  })
  readonly date!: string;

  @ApiConditionCode(' by day')
  readonly condition!: ConditionCode | null;

  @ApiConditionText()
  readonly text!: string | null;

  @ApiConditionCode(' in the night that follows')
  readonly nightCondition!: ConditionCode | null;

  @ApiConditionText()
  readonly nightText!: string | null;

  @Measured<ForecastDay>('lowestCelsius', 'temperature', 'Minimum temperature', 2.5)
  readonly temperatureMin!: number | null;

  @Measured<ForecastDay>('highestCelsius', 'temperature', 'Maximum temperature', 8.1)
  readonly temperatureMax!: number | null;

  @Measured<ForecastDay>(
    'precipitationProbabilityPercent',
    'percentage',
    'Probability of rain, snow or ice, day and night',
    80,
  )
  readonly precipitationProbability!: number | null;

  @Measured<ForecastDay>(
    'precipitationMillimeters',
    'precipitation',
    'Precipitation, day and night (snow as melted water)',
    6.4,
  )
  readonly precipitation!: number | null;

  @Measured<ForecastDay>('snowCentimeters', 'snow', 'Depth of fresh snow, day and night', 0)
  readonly snow!: number | null;

  @Measured<ForecastDay>('windKilometersPerHour', 'speed', 'Wind', 25.9)
  readonly windSpeed!: number | null;

  @Measured<ForecastDay>('gustKilometersPerHour', 'speed', 'Gusts', 50)
  readonly windGust!: number | null;

  @WindDirection<ForecastDay>('windFromDegrees')
  readonly windDirection!: number | null;

  @Measured<ForecastDay>('uvIndex', 'index', 'Maximum UV index', 1)
  readonly uvIndex!: number | null;

  @ApiInstant(
    'With the UTC offset of the place; null where the sun does not rise that day.',
    '2026-01-01T08:44:00+01:00',
  )
  readonly sunrise!: string | null;

  @ApiInstant(
    'The sunset of the same daylight, after midnight in a polar summer; null where the sun does not set.',
    '2026-01-01T17:04:00+01:00',
  )
  readonly sunset!: string | null;

  @ApiNullableEnum(
    'PolarKind',
    POLAR_KINDS,
    '`day`: the sun does not set; `night`: it does not rise; null on other days, and where the position of the place is unknown.',
    null,
  )
  readonly polar!: SunTimes['polar'];

  @Measured<ForecastDay>('sunshineHours', 'hours', 'Sunshine', 5.3)
  readonly sunshineHours!: number | null;

  @ApiProperty()
  readonly airQuality!: AirQualityResponse;

  @ApiProperty()
  readonly pollen!: PollenResponse;

  @ApiProperty()
  readonly moon!: MoonResponse;

  static of(day: ForecastDay, sun: SunTimes, zone: TimeZone, view: View): ForecastDayResponse {
    const { units, language } = view;
    return {
      date: day.date,
      condition: day.condition,
      text: conditionText(day.condition, true, language),
      nightCondition: day.nightCondition,
      nightText: conditionText(day.nightCondition, false, language),
      temperatureMin: show.temperatureMin(day, units),
      temperatureMax: show.temperatureMax(day, units),
      precipitationProbability: show.precipitationProbability(day, units),
      precipitation: show.precipitation(day, units),
      snow: show.snow(day, units),
      windSpeed: show.windSpeed(day, units),
      windGust: show.windGust(day, units),
      windDirection: show.windDirection(day, units),
      uvIndex: show.uvIndex(day, units),
      sunrise: localOrNull(sun.sunriseAtMs, zone),
      sunset: localOrNull(sun.sunsetAtMs, zone),
      polar: sun.polar,
      sunshineHours: show.sunshineHours(day, units),
      airQuality: AirQualityResponse.of(day, units),
      pollen: PollenResponse.of(day, units),
      moon: MoonResponse.of(day, zone, units),
    };
  }
}

const show = measuredOf(ForecastDayResponse);
