export type Stored = Readonly<Record<string, unknown>>;

/**
 * Reads one field, which is not null.
 * @param loadedAtMs when the record was loaded, in ms since the epoch: the "now" of its instants
 * @returns undefined for a value that the field cannot have
 */
export type ReadField<V> = (value: unknown, loadedAtMs: number) => V | undefined;

/** How a record is stored: under short keys, without what is null; and what it may hold. */
export interface Shape<T> {
  readonly pack: (record: T) => Stored;
  /** Undefined for anything that is not such a record, or has a field that cannot be read. */
  readonly unpack: (stored: Stored, loadedAtMs: number) => T | undefined;
  /**
   * For a record that is not stored yet: null instead of each field that could not be read, and without
   * such items of a list; undefined when no record is left.
   */
  readonly bounded: (record: T, loadedAtMs: number) => T | undefined;
}

/** The key that a field is stored under, and its reader; `required` when it is never null. */
type Field<V> = null extends V
  ? readonly [key: string, read: ReadField<NonNullable<V>>]
  : readonly [key: string, read: ReadField<V>, required: 'required'];

type AnyField = readonly [key: string, read: ReadField<unknown>, required?: 'required'];

interface KeyedField {
  readonly name: string;
  readonly key: string;
  readonly read: ReadField<unknown>;
  readonly isRequired: boolean;
}

/**
 * A flat record. Fields that a later release added are skipped, fields that it dropped come back as
 * null: two releases can share records while one replaces the other. A field never changes its
 * meaning; a new meaning gets a new key.
 */
export function flat<T extends object>(byName: {
  readonly [K in keyof T]-?: Field<T[K]>;
}): Shape<T> {
  const fields = Object.entries<AnyField>(byName).map(([name, [key, read, required]]) => ({
    name,
    key,
    read,
    isRequired: required !== undefined,
  }));
  return {
    pack: (record) => packFields(fields, record as Stored),
    unpack: (stored, loadedAtMs) => unpackFields(fields, stored, loadedAtMs) as T | undefined,
    bounded: (record, loadedAtMs) =>
      boundFields(fields, record as Stored, loadedAtMs) as T | undefined,
  };
}

// Every read and write of the store passes here: plain loops take half the time of entries and closures.

function packFields(fields: readonly KeyedField[], record: Stored): Stored {
  const stored: Record<string, unknown> = {};
  for (const { name, key } of fields) {
    const value = record[name];
    if (value !== null) stored[key] = value;
  }
  return stored;
}

function unpackFields(
  fields: readonly KeyedField[],
  stored: Stored,
  loadedAtMs: number,
): Stored | undefined {
  const record: Record<string, unknown> = {};
  for (const { name, key, read, isRequired } of fields) {
    const value = stored[key] ?? null;
    const known = value === null ? null : read(value, loadedAtMs);
    if (known === undefined || (known === null && isRequired)) return undefined;
    record[name] = known;
  }
  return record;
}

function boundFields(
  fields: readonly KeyedField[],
  record: Stored,
  loadedAtMs: number,
): Stored | undefined {
  const kept: Record<string, unknown> = {};
  for (const { name, read, isRequired } of fields) {
    const value = record[name] ?? null;
    kept[name] = value === null ? null : (read(value, loadedAtMs) ?? null);
    if (kept[name] === null && isRequired) return undefined;
  }
  return kept;
}

/** A record of two parts, stored side by side. */
export function both<A extends object, B extends object>(a: Shape<A>, b: Shape<B>): Shape<A & B> {
  const joined = (one: A | undefined, other: B | undefined): (A & B) | undefined =>
    one && other && { ...one, ...other };
  return {
    pack: (record) => ({ ...a.pack(record), ...b.pack(record) }),
    unpack: (stored, at) => joined(a.unpack(stored, at), b.unpack(stored, at)),
    bounded: (record, at) => joined(a.bounded(record, at), b.bounded(record, at)),
  };
}

/** Of these records, only those for which `isSound` holds. */
export function where<T extends object>(
  shape: Shape<T>,
  isSound: (record: T) => boolean,
): Shape<T> {
  const sound = (record: T | undefined): T | undefined =>
    record && isSound(record) ? record : undefined;
  return {
    pack: shape.pack,
    unpack: (stored, loadedAtMs) => sound(shape.unpack(stored, loadedAtMs)),
    bounded: (record, loadedAtMs) => sound(shape.bounded(record, loadedAtMs)),
  };
}

export function isStored(value: unknown): value is Stored {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
