import { isStored, type Shape } from './record-shape.js';

interface ListLimits<T> {
  readonly minLength: number;
  /** A longer list is cut before it is stored. */
  readonly maxLength: number;
  /** The field by which the items are in order. */
  readonly orderedBy?: keyof T;
}

/** A record of one list: `field` in the record, `key` in the store. */
export function listOf<Field extends string, T extends object>(
  field: Field,
  item: Shape<T>,
  key: string,
  limits: ListLimits<T>,
): Shape<{ readonly [F in Field]: readonly T[] }> {
  type List = { readonly [F in Field]: readonly T[] };
  const listed = (items: readonly T[] | undefined): List | undefined =>
    items && ({ [field]: items } as unknown as List);
  return {
    pack: (record) => ({ [key]: record[field].map(item.pack) }),
    unpack: (stored, loadedAtMs) => listed(unpackItems(item, limits, stored[key], loadedAtMs)),
    bounded: (record, loadedAtMs) => listed(boundItems(item, limits, record[field], loadedAtMs)),
  };
}

function unpackItems<T extends object>(
  item: Shape<T>,
  { minLength, maxLength, orderedBy }: ListLimits<T>,
  list: unknown,
  loadedAtMs: number,
): T[] | undefined {
  if (!Array.isArray(list) || list.length < minLength || list.length > maxLength) return undefined;
  const items: T[] = [];
  for (const one of list as readonly unknown[]) {
    const read = isStored(one) ? item.unpack(one, loadedAtMs) : undefined;
    const last = items.at(-1);
    if (!read || (orderedBy && last && last[orderedBy] > read[orderedBy])) return undefined;
    items.push(read);
  }
  return items;
}

/** A list of which no item is left is not an empty list. */
function boundItems<T extends object>(
  item: Shape<T>,
  { minLength, maxLength }: ListLimits<T>,
  list: readonly T[],
  loadedAtMs: number,
): T[] | undefined {
  const items = list.map((one) => item.bounded(one, loadedAtMs)).filter((one) => one !== undefined);
  const isEmptied = items.length === 0 && list.length > 0;
  return isEmptied || items.length < minLength ? undefined : items.slice(0, maxLength);
}
