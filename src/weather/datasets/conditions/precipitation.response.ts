import { ApiProperty } from '@nestjs/swagger';
import type { Conditions } from './conditions.js';
import {
  orNull,
  roundTo,
  toInches,
  toMeters,
  toMiles,
  type UnitSystem,
} from '../../units/units.js';

/** Body of `GET /prcpt`: exactly these fields, compatible with the previous service. */
export class PrecipitationResponse {
  @ApiProperty({
    type: Number,
    nullable: true,
    example: 9700,
    description: 'Visibility now: metres (metric, to 1 m) or miles (imperial, to 0.1 mi).',
  })
  readonly vis!: number | null;

  @ApiProperty({
    type: Number,
    nullable: true,
    example: 0.001,
    description:
      'Precipitation of the past hour: metres (metric, to 0.0001 m) or inches (imperial, to 0.01 in).',
  })
  readonly prcpt!: number | null;

  static of(conditions: Conditions, units: UnitSystem): PrecipitationResponse {
    const { visibilityMeters: visibility, precipitationPastHourMillimeters: depth } = conditions;
    return units === 'metric'
      ? {
          vis: orNull(visibility, (meters) => roundTo(meters, 0)),
          prcpt: orNull(depth, (millimeters) => roundTo(toMeters(millimeters), 4)),
        }
      : {
          vis: orNull(visibility, (meters) => roundTo(toMiles(meters), 1)),
          prcpt: orNull(depth, (millimeters) => roundTo(toInches(millimeters), 2)),
        };
  }
}
