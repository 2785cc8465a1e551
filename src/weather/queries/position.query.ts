import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import type { Position } from '@app/cells/position.js';
import { UNIT_SYSTEMS, type UnitSystem } from '../units/units.js';
import { Degrees, toDegrees } from './degrees.decorator.js';

/** Position and units of a request: parameters as sent, and their values after validation. */
export class PositionQuery {
  @Degrees({ max: 90, description: 'Latitude, degrees WGS-84.', example: 48.8705 })
  lt: string | undefined = undefined;

  @Degrees({ max: 180, description: 'Longitude, degrees WGS-84.', example: 2.3049 })
  lg: string | undefined = undefined;

  @IsIn(UNIT_SYSTEMS, { message: `units must be ${UNIT_SYSTEMS.join(' or ')}` })
  @ApiPropertyOptional({
    enum: UNIT_SYSTEMS,
    enumName: 'UnitSystem',
    // Nest drops the default of a parameter whose enum has a name.
    enumSchema: { default: 'metric' },
    description: 'Of all values: each field documents its unit in both systems.',
  })
  units: UnitSystem = 'metric';

  get position(): Position {
    return { latitude: toDegrees(this.lt), longitude: toDegrees(this.lg) };
  }

  /** The equivalent query at another position, without default values. */
  queryAt({ latitude, longitude }: Position): string {
    return `lt=${latitude}&lg=${longitude}${this.unitsParameter}`;
  }

  /** `&units=…`, or nothing for the default. */
  protected get unitsParameter(): string {
    return this.units === 'metric' ? '' : `&units=${this.units}`;
  }
}
