import { ApiProperty } from '@nestjs/swagger';
import type { TimeZone } from '@app/local-time/time-zone.js';
import type { ConditionCode } from '../../condition-code.js';
import type { ForecastHour } from './hourly-forecast.js';
import type { View } from '../../view.js';
import { conditionText } from '../../i18n/condition-text.js';
import { ApiConditionCode, ApiConditionText } from '../../dto/documented.decorators.js';
import { Measured, WindDirection, measuredOf } from '../../dto/measured.decorator.js';

/** One hour of `GET /v1/forecast/hourly`. */
export class ForecastHourResponse {
  @ApiProperty({
    format: 'date-time',
    description:
      'Start of the hour with the UTC offset of the place: both the instant and the local time.',
    example: '2026-01-01T01:00:00+01:00',
  })
  readonly time!: string;

  @ApiConditionCode('')
  readonly condition!: ConditionCode | null;

  @ApiConditionText()
  readonly text!: string | null;

  @ApiProperty({ type: Boolean, nullable: true, example: false })
  readonly isDay!: boolean | null;

  @Measured<ForecastHour>('temperatureCelsius', 'temperature', 'Air temperature', 5.3)
  readonly temperature!: number | null;

  @Measured<ForecastHour>(
    'feelsLikeCelsius',
    'temperature',
    'Feels-like temperature (wind, sun and humidity)',
    2.5,
  )
  readonly feelsLike!: number | null;

  @Measured<ForecastHour>('humidityPercent', 'percentage', 'Relative humidity', 88)
  readonly humidity!: number | null;

  @Measured<ForecastHour>('cloudCoverPercent', 'percentage', 'Cloud cover', 95)
  readonly cloudCover!: number | null;

  @Measured<ForecastHour>('windKilometersPerHour', 'speed', 'Wind', 20.4)
  readonly windSpeed!: number | null;

  @Measured<ForecastHour>('gustKilometersPerHour', 'speed', 'Gusts', 38.9)
  readonly windGust!: number | null;

  @WindDirection<ForecastHour>('windFromDegrees')
  readonly windDirection!: number | null;

  @Measured<ForecastHour>('visibilityMeters', 'visibility', 'Visibility', 8000)
  readonly visibility!: number | null;

  @Measured<ForecastHour>(
    'precipitationProbabilityPercent',
    'percentage',
    'Probability of rain, snow or ice',
    70,
  )
  readonly precipitationProbability!: number | null;

  @Measured<ForecastHour>(
    'precipitationMillimeters',
    'precipitation',
    'Precipitation of the hour (snow as melted water)',
    0.8,
  )
  readonly precipitation!: number | null;

  @Measured<ForecastHour>('snowCentimeters', 'snow', 'Depth of fresh snow', 0)
  readonly snow!: number | null;

  @Measured<ForecastHour>('uvIndex', 'index', 'UV index', 0)
  readonly uvIndex!: number | null;

  static of(hour: ForecastHour, zone: TimeZone, { units, language }: View): ForecastHourResponse {
    return {
      time: zone.isoAt(hour.startsAtMs),
      condition: hour.condition,
      text: conditionText(hour.condition, hour.isDay, language),
      isDay: hour.isDay,
      temperature: show.temperature(hour, units),
      feelsLike: show.feelsLike(hour, units),
      humidity: show.humidity(hour, units),
      cloudCover: show.cloudCover(hour, units),
      windSpeed: show.windSpeed(hour, units),
      windGust: show.windGust(hour, units),
      windDirection: show.windDirection(hour, units),
      visibility: show.visibility(hour, units),
      precipitationProbability: show.precipitationProbability(hour, units),
      precipitation: show.precipitation(hour, units),
      snow: show.snow(hour, units),
      uvIndex: show.uvIndex(hour, units),
    };
  }
}

const show = measuredOf(ForecastHourResponse);
