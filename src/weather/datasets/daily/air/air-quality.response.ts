import { ApiNullableEnum } from '../../../dto/documented.decorators.js';
import { Measured, measuredOf } from '../../../dto/measured.decorator.js';
import type { UnitSystem } from '../../../units/units.js';
import type { ForecastDay } from '../daily-forecast.js';
import { AIR_QUALITY_CATEGORIES, type AirQualityCategory } from './air-quality.js';

/** The air quality of a day of `GET /v1/forecast/daily`. */
export class AirQualityResponse {
  @ApiNullableEnum(
    'AirQualityCategory',
    AIR_QUALITY_CATEGORIES,
    'From the best to the worst, in the steps of the US EPA. Null where the provider has no data; `unknown` for a category that this release does not know.',
    'good',
  )
  readonly category!: AirQualityCategory | null;

  @Measured<ForecastDay>(
    'airQualityIndex',
    'index',
    'Index on the scale of the provider: 0 is the best, and above 100 the air is unhealthy for some',
    42,
  )
  readonly index!: number | null;

  static of(day: ForecastDay, units: UnitSystem): AirQualityResponse {
    return { category: day.airQualityCategory, index: show.index(day, units) };
  }
}

const show = measuredOf(AirQualityResponse);
