import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import type { Position } from '@app/cells/position.js';
import { UNIT_SYSTEMS, type UnitSystem } from '../units/units.js';
import { Degrees, toDegrees } from './degrees.decorator.js';

/** Where the watch is, and the units it wants: as it was sent, and read once it is validated. */
export class PositionQuery {
  @Degrees({ max: 90, description: 'Latitude, degrees WGS-84.', example: 48.8705 })
  lt: string | undefined = undefined;

  @Degrees({ max: 180, description: 'Longitude, degrees WGS-84.', example: 2.3049 })
  lg: string | undefined = undefined;

  @IsIn(UNIT_SYSTEMS, { message: `units must be ${UNIT_SYSTEMS.join(' or ')}` })
  @ApiPropertyOptional({
    enum: UNIT_SYSTEMS,
    default: 'metric',
    description: 'Of all values: each field says its unit in both systems.',
  })
  units: UnitSystem = 'metric';

  get position(): Position {
    return { latitude: toDegrees(this.lt), longitude: toDegrees(this.lg) };
  }

  /** The query that asks for the same elsewhere, without what is the default. */
  at({ latitude, longitude }: Position): string {
    const units = this.units === 'metric' ? '' : `&units=${this.units}`;
    return `lt=${latitude}&lg=${longitude}${units}`;
  }
}
