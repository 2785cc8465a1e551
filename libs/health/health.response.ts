import { ApiExtraModels, ApiProperty, ApiPropertyOptional, getSchemaPath } from '@nestjs/swagger';
import type { HealthCheckResult } from '@nestjs/terminus';

class HealthCondition {
  @ApiProperty({ enum: ['up', 'down'], enumName: 'HealthConditionStatus', example: 'up' })
  readonly status!: 'up' | 'down';

  @ApiPropertyOptional({
    description: 'What an operator should know although it is met.',
    example: 'a snapshot; the issuer has not answered since the start',
  })
  readonly note?: string;
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
  @ApiProperty({ enum: ['ok'], enumName: 'HealthStatus', example: 'ok' })
  readonly status!: 'ok';

  @conditions('The conditions that are met, by name.', { 'not-draining': { status: 'up' } })
  readonly info!: Record<string, HealthCondition>;

  @conditions('Those that are not: none.', {})
  readonly error!: Record<string, HealthCondition>;

  @conditions('All of them.', { 'not-draining': { status: 'up' } })
  readonly details!: Record<string, HealthCondition>;
}
