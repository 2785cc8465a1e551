import { ApiProperty } from '@nestjs/swagger';
import { CONDITION_CODES } from '../condition-code.js';

/** Documents a condition code: a text, not an enum, since releases may add codes. */
export function ApiConditionCode(when: string): PropertyDecorator {
  return ApiProperty({
    type: String,
    nullable: true,
    description:
      `Weather condition${when}: ${CONDITION_CODES.map((code) => `\`${code}\``).join(', ')}. ` +
      'Releases may add codes; show a code that you do not know as `unknown`.',
    example: 'rain',
  });
}

/** Documents the text of a condition code. */
export function ApiConditionText(): PropertyDecorator {
  return ApiProperty({
    type: String,
    nullable: true,
    description: 'The condition in the requested language; at most 22 characters.',
    example: 'Pluie',
  });
}

/** Documents an enum that may be null. */
export function ApiNullableEnum(
  words: readonly string[],
  description: string,
  example: string,
): PropertyDecorator {
  return ApiProperty({
    type: String,
    nullable: true,
    // In OpenAPI 3.0 `nullable` alone does not allow null in an enum.
    enum: [...words, null],
    description,
    example,
  });
}

/** Documents an instant that may be unknown. */
export function ApiInstant(description: string, example: string): PropertyDecorator {
  return ApiProperty({ type: String, format: 'date-time', nullable: true, description, example });
}

/** Documents when a forecast was requested from the provider. */
export function ApiIssuedAt(): PropertyDecorator {
  return ApiProperty({
    format: 'date-time',
    description: 'When it was requested from the provider.',
    example: '2026-01-01T00:00:00Z',
  });
}
