import { ApiProperty } from '@nestjs/swagger';
import type { TimeZone } from '@app/local-time/time-zone.js';
import type { ConditionCode } from '../condition-code.js';
import type { ForecastHour } from './hourly-forecast.js';
import { bearing, inUnits } from '../../units/quantity.js';
import type { View } from '../../view.js';
import { conditionText } from '../../i18n/condition-text.js';
import {
  ApiConditionCode,
  ApiConditionText,
  ApiWindDirection,
} from '../../dto/documented.decorators.js';
import { Measured } from '../../dto/measured.decorator.js';

/** One hour of `GET /v1/forecast/hourly`. */
export class ForecastHourResponse {
  @ApiProperty({
    format: 'date-time',
    description:
      'When the hour begins, with the offset of the place: the instant and the local hour in one.',
    example: '2026-03-29T03:00:00+02:00',
  })
  readonly time!: string;

  @ApiConditionCode('')
  readonly condition!: ConditionCode | null;

  @ApiConditionText()
  readonly text!: string | null;

  @ApiProperty({ type: Boolean, nullable: true, example: false })
  readonly isDay!: boolean | null;

  @Measured('temperature', 'Of the air', 5.3)
  readonly temperature!: number | null;

  @Measured('temperature', 'What it feels like in wind, sun and humidity', 2.5)
  readonly feelsLike!: number | null;

  @Measured('percentage', 'Relative humidity', 88)
  readonly humidity!: number | null;

  @Measured('percentage', 'Cloud cover', 95)
  readonly cloudCover!: number | null;

  @Measured('speed', 'Wind', 20.4)
  readonly windSpeed!: number | null;

  @Measured('speed', 'Gusts', 38.9)
  readonly windGust!: number | null;

  @ApiWindDirection()
  readonly windDirection!: number | null;

  @Measured('visibility', 'How far one sees', 8000)
  readonly visibility!: number | null;

  @Measured('percentage', 'Probability of rain, snow or ice', 70)
  readonly precipitationProbability!: number | null;

  @Measured('precipitation', 'Water (melted, if snow) that falls in this hour', 0.8)
  readonly precipitation!: number | null;

  @Measured('snow', 'Depth of fresh snow', 0)
  readonly snow!: number | null;

  @Measured('index', 'UV index', 0)
  readonly uvIndex!: number | null;

  static of(hour: ForecastHour, zone: TimeZone, { units, language }: View): ForecastHourResponse {
    return {
      time: zone.isoAt(hour.startsAtMs),
      condition: hour.condition,
      text: conditionText(hour.condition, hour.isDay, language),
      isDay: hour.isDay,
      temperature: inUnits(hour.temperatureCelsius, 'temperature', units),
      feelsLike: inUnits(hour.feelsLikeCelsius, 'temperature', units),
      humidity: inUnits(hour.humidityPercent, 'percentage', units),
      cloudCover: inUnits(hour.cloudCoverPercent, 'percentage', units),
      windSpeed: inUnits(hour.windKilometersPerHour, 'speed', units),
      windGust: inUnits(hour.gustKilometersPerHour, 'speed', units),
      windDirection: bearing(hour.windFromDegrees),
      visibility: inUnits(hour.visibilityMeters, 'visibility', units),
      precipitationProbability: inUnits(hour.precipitationProbabilityPercent, 'percentage', units),
      precipitation: inUnits(hour.precipitationMillimeters, 'precipitation', units),
      snow: inUnits(hour.snowCentimeters, 'snow', units),
      uvIndex: inUnits(hour.uvIndex, 'index', units),
    };
  }
}
