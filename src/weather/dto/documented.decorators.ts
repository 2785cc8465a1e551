import { ApiProperty } from '@nestjs/swagger';
import { CONDITION_CODES } from '../datasets/condition-code.js';

/** Documents a condition code: a text, not an enum, since releases may add codes. */
export function ApiConditionCode(when: string): PropertyDecorator {
  return ApiProperty({
    type: String,
    nullable: true,
    description:
      `What the sky does${when}: ${CONDITION_CODES.map((code) => `\`${code}\``).join(', ')}. ` +
      'More may come; show one that you do not know as `unknown`.',
    example: 'rain',
  });
}

/** Documents the text of a condition code. */
export function ApiConditionText(): PropertyDecorator {
  return ApiProperty({
    type: String,
    nullable: true,
    description: 'The condition in the language asked; 22 letters at most.',
    example: 'Pluie',
  });
}

/** Documents one of a few words, or null. */
export function ApiNullableEnum(
  words: readonly string[],
  description: string,
  example: string,
): PropertyDecorator {
  return ApiProperty({
    type: String,
    nullable: true,
    // In OpenAPI 3.0 `nullable` alone does not let null through an enum.
    enum: [...words, null],
    description,
    example,
  });
}

/** Documents an instant that may not be known. */
export function ApiInstant(description: string, example: string): PropertyDecorator {
  return ApiProperty({ type: String, format: 'date-time', nullable: true, description, example });
}

/** Documents when a forecast was had. */
export function ApiIssuedAt(): PropertyDecorator {
  return ApiProperty({
    format: 'date-time',
    description: 'When the provider was asked for it.',
    example: '2026-01-01T00:00:00Z',
  });
}
