import { ApiProperty } from '@nestjs/swagger';
import type { Conditions } from './conditions.js';

/** Body of `GET /uvidx`; exactly this field. */
export class UvIndexResponse {
  @ApiProperty({ type: 'integer', nullable: true, minimum: 0, example: 1 })
  readonly uvidx!: number | null;

  static of({ uvIndex }: Conditions): UvIndexResponse {
    return { uvidx: uvIndex };
  }
}
