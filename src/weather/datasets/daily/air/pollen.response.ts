import { ApiProperty } from '@nestjs/swagger';
import type { UnitSystem } from '../../../units/units.js';
import type { ForecastDay } from '../daily-forecast.js';
import { PollenLevelResponse } from './pollen-level.response.js';

/** The pollen and spores of a day of `GET /v1/forecast/daily`. */
export class PollenResponse {
  @ApiProperty()
  readonly grass!: PollenLevelResponse;

  @ApiProperty()
  readonly tree!: PollenLevelResponse;

  @ApiProperty()
  readonly ragweed!: PollenLevelResponse;

  @ApiProperty()
  readonly mold!: PollenLevelResponse;

  static of(day: ForecastDay, units: UnitSystem): PollenResponse {
    const level = (
      category: PollenLevelResponse['category'],
      perCubicMeter: number | null,
    ): PollenLevelResponse => PollenLevelResponse.of({ category, perCubicMeter }, units);
    return {
      grass: level(day.grassPollenCategory, day.grassPollenPerCubicMeter),
      tree: level(day.treePollenCategory, day.treePollenPerCubicMeter),
      ragweed: level(day.ragweedPollenCategory, day.ragweedPollenPerCubicMeter),
      mold: level(day.moldSporesCategory, day.moldSporesPerCubicMeter),
    };
  }
}
