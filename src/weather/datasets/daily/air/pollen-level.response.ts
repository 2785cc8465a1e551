import { ApiNullableEnum } from '../../../dto/documented.decorators.js';
import { Measured, measuredOf } from '../../../dto/measured.decorator.js';
import type { UnitSystem } from '../../../units/units.js';
import { POLLEN_CATEGORIES, type PollenCategory } from './pollen.js';

export interface PollenLevel {
  readonly category: PollenCategory | null;
  readonly perCubicMeter: number | null;
}

/** The level of one kind of pollen on a day of `GET /v1/forecast/daily`. */
export class PollenLevelResponse {
  @ApiNullableEnum(
    'PollenCategory',
    POLLEN_CATEGORIES,
    'Each kind has steps of its own. Null where the provider has no data; `unknown` for a category that this release does not know.',
    'low',
  )
  readonly category!: PollenCategory | null;

  @Measured<PollenLevel>('perCubicMeter', 'concentration', 'Concentration in the air', 3)
  readonly particlesPerCubicMeter!: number | null;

  static of(level: PollenLevel, units: UnitSystem): PollenLevelResponse {
    return {
      category: level.category,
      particlesPerCubicMeter: show.particlesPerCubicMeter(level, units),
    };
  }
}

const show = measuredOf(PollenLevelResponse);
