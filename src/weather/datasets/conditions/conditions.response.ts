import { ApiProperty } from '@nestjs/swagger';
import type { ConditionCode } from '../../condition-code.js';
import type { Conditions, PrecipitationKind, PressureTrend } from './conditions.js';
import type { View } from '../../view.js';
import type { Reading } from '../../reading.js';
import { conditionText } from '../../i18n/condition-text.js';
import {
  ApiConditionCode,
  ApiConditionText,
  ApiInstant,
  ApiNullableEnum,
} from '../../dto/documented.decorators.js';
import { utcOrNull } from '../../dto/instants.js';
import { Measured, WindDirection, measuredOf } from '../../dto/measured.decorator.js';
import { rendering, type Rendering } from '../../dto/rendering.js';
import { ageOf, contextOf, WeatherResponse } from '../../dto/weather.response.js';

/** Body of `GET /v1/conditions`. */
export class ConditionsResponse extends WeatherResponse {
  @ApiInstant('When the weather was observed.', '2026-01-01T00:00:00Z')
  readonly observedAt!: string | null;

  @ApiConditionCode(' now')
  readonly condition!: ConditionCode | null;

  @ApiConditionText()
  readonly text!: string | null;

  @ApiProperty({ type: Boolean, nullable: true, example: false })
  readonly isDay!: boolean | null;

  @Measured<Conditions>('temperatureCelsius', 'temperature', 'Air temperature', 7.5)
  readonly temperature!: number | null;

  @Measured<Conditions>(
    'feelsLikeCelsius',
    'temperature',
    'Feels-like temperature (wind, sun and humidity)',
    4.2,
  )
  readonly feelsLike!: number | null;

  @Measured<Conditions>('dewPointCelsius', 'temperature', 'Dew point', 6.1)
  readonly dewPoint!: number | null;

  @Measured<Conditions>('humidityPercent', 'percentage', 'Relative humidity', 91)
  readonly humidity!: number | null;

  @Measured<Conditions>('cloudCoverPercent', 'percentage', 'Cloud cover', 100)
  readonly cloudCover!: number | null;

  @Measured<Conditions>('windKilometersPerHour', 'speed', 'Wind', 18.5)
  readonly windSpeed!: number | null;

  @Measured<Conditions>('gustKilometersPerHour', 'speed', 'Gusts', 33.3)
  readonly windGust!: number | null;

  @WindDirection<Conditions>('windFromDegrees')
  readonly windDirection!: number | null;

  @Measured<Conditions>('pressureHectopascals', 'pressure', 'At sea level', 1008.5)
  readonly pressure!: number | null;

  @ApiNullableEnum('PressureTrend', ['rising', 'steady', 'falling'], 'Pressure trend.', 'falling')
  readonly pressureTrend!: PressureTrend | null;

  @Measured<Conditions>('visibilityMeters', 'visibility', 'Visibility', 9700)
  readonly visibility!: number | null;

  @Measured<Conditions>(
    'precipitationPastHourMillimeters',
    'precipitation',
    'Precipitation of the past hour (snow as melted water)',
    1,
  )
  readonly precipitationPastHour!: number | null;

  @ApiNullableEnum(
    'PrecipitationKind',
    ['rain', 'snow', 'ice', 'mixed'],
    'Kind of precipitation now; null when it is dry.',
    'rain',
  )
  readonly precipitationType!: PrecipitationKind | null;

  @Measured<Conditions>('uvIndex', 'index', 'UV index', 0)
  readonly uvIndex!: number | null;

  static of(
    { entry, freshness, location }: Reading<Conditions>,
    view: View,
  ): Rendering<ConditionsResponse> {
    const { value } = entry;
    const { units } = view;
    return rendering(
      { observedAt: utcOrNull(value.observedAtMs), ...ageOf(entry, freshness) },
      contextOf(location, view),
      {
        condition: value.condition,
        text: conditionText(value.condition, value.isDay, view.language),
        isDay: value.isDay,
        temperature: show.temperature(value, units),
        feelsLike: show.feelsLike(value, units),
        dewPoint: show.dewPoint(value, units),
        humidity: show.humidity(value, units),
        cloudCover: show.cloudCover(value, units),
        windSpeed: show.windSpeed(value, units),
        windGust: show.windGust(value, units),
        windDirection: show.windDirection(value, units),
        pressure: show.pressure(value, units),
        pressureTrend: value.pressureTrend,
        visibility: show.visibility(value, units),
        precipitationPastHour: show.precipitationPastHour(value, units),
        precipitationType: value.precipitationKind,
        uvIndex: show.uvIndex(value, units),
      },
    );
  }
}

const show = measuredOf(ConditionsResponse);
