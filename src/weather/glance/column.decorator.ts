import { ApiProperty } from '@nestjs/swagger';

/** Documents a column of a glance: one whole number, or null, for each hour or day. */
export function Column(
  maxItems: number,
  description: string,
  example: readonly number[],
): PropertyDecorator {
  return ApiProperty({
    type: 'array',
    items: { type: 'integer', nullable: true },
    minItems: 1,
    maxItems: maxItems,
    description,
    example,
  });
}
