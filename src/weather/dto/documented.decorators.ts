import { ApiProperty } from '@nestjs/swagger';
import { CONDITION_CODES } from '../condition-code.js';

/** The component `ConditionCode`: a text, not an enum, since releases may add codes. */
export const CONDITION_CODE_SCHEMA = {
  type: 'string',
  nullable: true,
  description:
    `Weather condition: ${CONDITION_CODES.map((code) => `\`${code}\``).join(', ')}. ` +
    'Releases may add codes; show a code that you do not know as `unknown`.',
  // Known to code generators as an enum that may grow; a plain `enum` would make clients reject a new code.
  'x-extensible-enum': CONDITION_CODES,
  example: 'rain',
};

/** Documents a condition code. */
export function ApiConditionCode(when: string): PropertyDecorator {
  return ApiProperty({
    allOf: [{ $ref: '#/components/schemas/ConditionCode' }],
    description: `Weather condition${when}.`,
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

/** Documents an enum that may be null, a component of this name. */
export function ApiNullableEnum(
  enumName: string,
  words: readonly string[],
  description: string,
  example: string | null,
): PropertyDecorator {
  return ApiProperty({
    // In OpenAPI 3.0 `nullable` alone does not allow null in an enum.
    enum: [...words, null],
    enumName,
    enumSchema: { nullable: true },
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
