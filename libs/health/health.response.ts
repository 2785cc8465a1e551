import { ApiExtraModels, ApiProperty, getSchemaPath } from '@nestjs/swagger';
import type { HealthCheckResult } from '@nestjs/terminus';

class HealthCondition {
  @ApiProperty({ enum: ['up', 'down'], example: 'up' })
  readonly status!: 'up' | 'down';
}

const conditions = (description: string, example: Record<string, HealthCondition>) =>
  ApiProperty({
    type: 'object',
    additionalProperties: { $ref: getSchemaPath(HealthCondition) },
    description,
    example,
  });

/** Body of a successful probe, in the format of terminus. */
@ApiExtraModels(HealthCondition)
export class HealthResponse implements HealthCheckResult {
  @ApiProperty({ enum: ['ok'], example: 'ok' })
  readonly status!: 'ok';

  @conditions('The conditions that are met, by name.', { 'not-draining': { status: 'up' } })
  readonly info!: Record<string, HealthCondition>;

  @conditions('Those that are not: none.', {})
  readonly error!: Record<string, HealthCondition>;

  @conditions('All of them.', { 'not-draining': { status: 'up' } })
  readonly details!: Record<string, HealthCondition>;
}
