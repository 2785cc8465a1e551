import type { Codec } from '@app/read-through/read-through.options.js';

type Stored = Readonly<Record<string, unknown>>;

/** How a record is stored: under short keys, without what is null. */
export interface Shape<T> {
  readonly pack: (record: T) => Stored;
  /** Undefined for what is no such record. */
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

/** A list of records under one key. */
export function listOf<T>(item: Shape<T>, key: string) {
  return {
    pack: (records: readonly T[]): Stored => ({ [key]: records.map(item.pack) }),
    unpack: (stored: Stored): T[] | undefined => {
      const list = stored[key];
      if (!Array.isArray(list)) return undefined;
      const records = list.map((one: unknown) => (isStored(one) ? item.unpack(one) : undefined));
      return records.every((record) => record !== undefined) ? records : undefined;
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
