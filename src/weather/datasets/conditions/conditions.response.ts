import { ApiProperty } from '@nestjs/swagger';
import type { ConditionCode } from '../condition-code.js';
import type { Conditions, PrecipitationKind, PressureTrend } from './conditions.js';
import { bearing, inUnits } from '../../units/quantity.js';
import type { View } from '../../view.js';
import type { Reading } from '../../reading.js';
import { conditionText } from '../../i18n/condition-text.js';
import {
  ApiConditionCode,
  ApiConditionText,
  ApiInstant,
  ApiWindDirection,
  ApiWord,
} from '../../dto/documented.decorators.js';
import { utcOrNull } from '../../dto/instants.js';
import { Measured } from '../../dto/measured.decorator.js';
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

  @ApiProperty({ type: Boolean, nullable: true, example: true })
  readonly isDay!: boolean | null;

  @Measured('temperature', 'Of the air', 7.5)
  readonly temperature!: number | null;

  @Measured('temperature', 'What it feels like in wind, sun and humidity', 4.2)
  readonly feelsLike!: number | null;

  @Measured('temperature', 'Dew point', 6.1)
  readonly dewPoint!: number | null;

  @Measured('percentage', 'Relative humidity', 91)
  readonly humidity!: number | null;

  @Measured('percentage', 'Cloud cover', 100)
  readonly cloudCover!: number | null;

  @Measured('speed', 'Wind', 18.5)
  readonly windSpeed!: number | null;

  @Measured('speed', 'Gusts', 33.3)
  readonly windGust!: number | null;

  @ApiWindDirection()
  readonly windDirection!: number | null;

  @Measured('pressure', 'At sea level', 1008.5)
  readonly pressure!: number | null;

  @ApiWord(['rising', 'steady', 'falling'], 'Where the pressure goes.', 'falling')
  readonly pressureTrend!: PressureTrend | null;

  @Measured('visibility', 'How far one sees', 9700)
  readonly visibility!: number | null;

  @Measured('precipitation', 'Water (melted, if snow) that fell in the past hour', 1)
  readonly precipitationPastHour!: number | null;

  @ApiWord(['rain', 'snow', 'ice', 'mixed'], 'What falls now; null when it is dry.', 'rain')
  readonly precipitationType!: PrecipitationKind | null;

  @Measured('index', 'UV index', 1)
  readonly uvIndex!: number | null;

  static of(reading: Reading<Conditions>, view: View): Rendering<ConditionsResponse> {
    const { value } = reading;
    return rendering(
      { observedAt: utcOrNull(value.observedAtMs), ...ageOf(reading) },
      contextOf(reading, view),
      weatherOf(value, view),
    );
  }
}

function weatherOf(value: Conditions, { units, language }: View) {
  return {
    condition: value.condition,
    text: conditionText(value.condition, value.isDay, language),
    isDay: value.isDay,
    temperature: inUnits(value.temperatureCelsius, 'temperature', units),
    feelsLike: inUnits(value.feelsLikeCelsius, 'temperature', units),
    dewPoint: inUnits(value.dewPointCelsius, 'temperature', units),
    humidity: inUnits(value.humidityPercent, 'percentage', units),
    cloudCover: inUnits(value.cloudCoverPercent, 'percentage', units),
    windSpeed: inUnits(value.windKilometersPerHour, 'speed', units),
    windGust: inUnits(value.gustKilometersPerHour, 'speed', units),
    windDirection: bearing(value.windFromDegrees),
    pressure: inUnits(value.pressureHectopascals, 'pressure', units),
    pressureTrend: value.pressureTrend,
    visibility: inUnits(value.visibilityMeters, 'visibility', units),
    precipitationPastHour: inUnits(value.precipitationPastHourMillimeters, 'precipitation', units),
    precipitationType: value.precipitationKind,
    uvIndex: inUnits(value.uvIndex, 'index', units),
  };
}
