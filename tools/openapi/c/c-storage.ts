import type { CMember, CRow, CValue } from './c-members.js';

/** How C stores a member. */
export interface CStorage {
  /** Type in C of the value, or of each item. */
  readonly type: string;
  /** Its size in bytes as the decoder needs it; 0 for texts and structures. */
  readonly size: number;
  /** Of an array its items, of a text its bytes with the final zero, else null. */
  readonly length: number | null;
  /** The member that says how many items there are or whether a structure is present, else null. */
  readonly count: string | null;
}

const INT32_MAX = 2 ** 31 - 1;

export function storageOf({ key, rows }: CMember): CStorage {
  const [row] = rows;
  switch (row.type) {
    case 'NUMBER':
      return { ...numberStorage(rows), length: null, count: null };
    case 'TEXT':
      if (row.letters !== undefined) return { type: 'char', size: 1, length: null, count: null };
      return { type: 'char', size: 0, length: longest(rows) + 1, count: null };
    case 'MAP':
      return { type: `mfapi_${row.map}`, size: 0, length: null, count: `${key}_present` };
    case 'ARRAY':
      return { ...itemStorage(rows), length: longest(rows), count: `${key}_count` };
  }
}

/** The items of all alternatives of an array. */
export function itemsOf(rows: readonly CRow[]): CValue[] {
  return rows.flatMap((row) => (row.type === 'ARRAY' ? row.items : []));
}

/** The greatest number of items of an array, or bytes of a text. */
export function longest(rows: readonly CRow[]): number {
  return Math.max(...rows.map((row) => ('most' in row ? row.most : 0)));
}

function itemStorage(rows: readonly CRow[]): { type: string; size: number } {
  const items = itemsOf(rows).flatMap((value) => value.rows);
  if (items.every(({ type }) => type === 'TEXT')) return { type: 'char', size: 1 };
  if (items.some(({ type }) => type === 'TEXT')) throw new Error('an array of numbers and letters');
  return numberStorage(items);
}

function numberStorage(rows: readonly CRow[]): { type: string; size: number } {
  const isWide = rows.some(
    (row) => row.type === 'NUMBER' && Math.max(-row.least, row.most) > INT32_MAX,
  );
  return isWide ? { type: 'int64_t', size: 8 } : { type: 'int32_t', size: 4 };
}
