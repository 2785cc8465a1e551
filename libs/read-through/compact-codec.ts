import type { Codec } from './read-through.options.js';

type Stored = Readonly<Record<string, unknown>>;

/** How a record is stored: under short keys, without what is null. */
export interface Shape<T> {
  readonly pack: (record: T) => Stored;
  /** Undefined for anything that is not such a record. */
  readonly unpack: (stored: Stored) => T | undefined;
}

/** Each field of a flat record and the key it is stored under. */
type ShortKeys<T> = { readonly [K in keyof T]: string };

/**
 * A flat record. Fields that a later release added are skipped, fields that it dropped come back as
 * null: two releases can share records while one replaces the other. A field never changes its
 * meaning; a new meaning gets a new key.
 */
export function flat<T extends object>(shortKeys: ShortKeys<T>): Shape<T> {
  const fields = Object.entries(shortKeys) as [keyof T & string, string][];
  return {
    pack: (record) =>
      Object.fromEntries(
        fields
          .filter(([field]) => record[field] !== null)
          .map(([field, key]) => [key, record[field]]),
      ),
    unpack: (stored) =>
      Object.fromEntries(fields.map(([field, key]) => [field, stored[key] ?? null])) as T,
  };
}

/** A record of one list: `field` in the record, `key` in the store. */
export function listOf<Field extends string, T>(
  field: Field,
  item: Shape<T>,
  key: string,
): Shape<{ readonly [F in Field]: readonly T[] }> {
  return {
    pack: (record) => ({ [key]: record[field].map(item.pack) }),
    unpack: (stored) => {
      const list = stored[key];
      if (!Array.isArray(list)) return undefined;
      const items = list.map((one: unknown) => (isStored(one) ? item.unpack(one) : undefined));
      if (!items.every((one) => one !== undefined)) return undefined;
      return { [field]: items } as unknown as { readonly [F in Field]: readonly T[] };
    },
  };
}

/** Stores a shape as JSON. */
export function compactCodec<T>({ pack, unpack }: Shape<T>): Codec<T> {
  return {
    encode: (record) => JSON.stringify(pack(record)),
    decode: (text) => {
      const stored = parse(text);
      return isStored(stored) ? unpack(stored) : undefined;
    },
  };
}

function isStored(value: unknown): value is Stored {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
