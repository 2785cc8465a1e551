import type { Codec } from '@app/read-through/read-through.options.js';

/** Each field of a record and the key it is stored under. */
type ShortKeys<T> = { readonly [K in keyof T]: string };

/**
 * Stores a flat record as JSON under short keys, without what is null. Fields that a later release
 * added are skipped, fields that it dropped come back as null: two releases can share records while
 * one replaces the other. A field never changes its meaning; a new meaning gets a new key.
 */
export function compactCodec<T extends object>(shortKeys: ShortKeys<T>): Codec<T> {
  const fields = Object.entries(shortKeys) as [keyof T & string, string][];
  return {
    encode: (record) =>
      JSON.stringify(
        Object.fromEntries(
          fields
            .filter(([field]) => record[field] !== null)
            .map(([field, key]) => [key, record[field]]),
        ),
      ),
    decode: (text) => {
      const stored = parse(text);
      return (
        stored &&
        (Object.fromEntries(fields.map(([field, key]) => [field, stored[key] ?? null])) as T)
      );
    },
  };
}

function parse(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}
