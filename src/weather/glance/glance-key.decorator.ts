import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { glanceKey, type GlanceKeyName } from './glance-keys.js';
import { NUMBERED_NAMES } from './numbered-names.js';

/** Documents a key of a glance with its entry in `GLANCE_KEYS`; a whole number unless `options` says otherwise. */
export function Key(
  key: GlanceKeyName,
  example: unknown,
  options: Partial<ApiPropertyOptions> = {},
): PropertyDecorator {
  const { min, max, nullable } = glanceKey(key);
  return ApiProperty({
    type: 'integer',
    ...(min !== undefined && { minimum: min }),
    ...(max !== undefined && { maximum: max }),
    ...(nullable && { nullable }),
    ...meaningOf(key),
    example,
    ...options,
  } as ApiPropertyOptions);
}

/** Documents a key whose value is a list, and which may be absent. */
export function OptionalKey(
  key: GlanceKeyName,
  example: unknown,
  options: Partial<ApiPropertyOptions>,
): PropertyDecorator {
  return Key(key, example, { type: 'array', required: false, ...options } as ApiPropertyOptions);
}

/** Documents a column of a glance: one number for each hour or day. */
export function Column(key: GlanceKeyName, example: readonly number[]): PropertyDecorator {
  const { min, max, nullable } = glanceKey(key);
  return ApiProperty({
    type: 'array',
    items: { type: 'integer', minimum: min, maximum: max, ...(nullable && { nullable }) },
    minItems: 1,
    maxItems: example.length,
    ...meaningOf(key),
    example,
  } as ApiPropertyOptions);
}

/** The meaning of a key, with the names of its numbers. */
function meaningOf(key: GlanceKeyName): { readonly description: string } {
  const { meaning } = glanceKey(key);
  const names = NUMBERED_NAMES[key];
  return { description: names === undefined ? meaning : `${meaning}: ${names}` };
}
