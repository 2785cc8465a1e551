import type { Cddl, CddlArray, CddlMember, CddlType } from './read-cddl.js';

/** A type of a member as the decoder distinguishes them: a row of its tables. */
export type CRow =
  | { readonly type: 'NUMBER'; readonly least: number; readonly most: number }
  | {
      readonly type: 'TEXT';
      readonly least: number;
      readonly most: number;
      readonly letters?: readonly string[];
    }
  | { readonly type: 'MAP'; readonly map: string }
  | CArrayRow;

interface CArrayRow {
  readonly type: 'ARRAY';
  readonly least: number;
  readonly most: number;
  /** One for all items, or one per item. */
  readonly items: readonly CValue[];
}

/** A value: the rows are the alternatives, all of the same type. */
export interface CValue {
  readonly isNullable: boolean;
  readonly rows: readonly [CRow, ...CRow[]];
}

/** A member of a structure, named after its key. */
export interface CMember extends CValue {
  readonly key: string;
  readonly meaning: string;
  readonly isOptional: boolean;
}

/** Keys become names of members; no key has an underscore, so that `k_count` is free. */
const C_NAME = /^(?!(?:do|if|for|int|auto|case|char|else|enum|goto|long|void)$)[a-z][a-z0-9]*$/;
/** The decoder notes in 32 bits which members it has seen, and counts items in 8. */
const MAX_MEMBERS = 32;
const MAX_ITEMS = 255;

/** @throws on what the decoder in C does not support, as arrays of arrays or texts without a limit */
export function cMembersOf({ maps, aliases }: Cddl, map: string): readonly CMember[] {
  const members = maps.get(map) ?? [];
  if (members.length > MAX_MEMBERS) throw new Error(`${map} has more than ${MAX_MEMBERS} members`);
  return members.map((member) => memberOf(member, (name) => resolved(name, maps, aliases)));
}

/** @returns the types of an alias, or null for a map */
type Resolve = (name: string) => readonly CddlType[] | null;

function resolved(
  name: string,
  maps: Cddl['maps'],
  aliases: Cddl['aliases'],
): readonly CddlType[] | null {
  const types = aliases.get(name);
  if (!types && !maps.has(name)) throw new Error(`the CDDL has no rule ${name}`);
  return types ?? null;
}

function memberOf({ key, meaning, isOptional, types }: CddlMember, resolve: Resolve): CMember {
  if (!C_NAME.test(key)) throw new Error(`the key ${key} cannot be the name of a member in C`);
  return { key, meaning, isOptional, ...valueOf(types, resolve, key) };
}

function valueOf(types: readonly CddlType[], resolve: Resolve, key: string): CValue {
  const alternatives = types.flatMap((type) => withoutAlias(type, resolve));
  const letters = alternatives.flatMap((type) => (type.kind === 'literal' ? [type.text] : []));
  const rows = alternatives.flatMap((type) => rowsOf(type, resolve, key));
  if (letters.length > 0) rows.push(lettersRow(letters, key));
  const [first, ...others] = rows;
  if (!first || others.some(({ type }) => type !== first.type) || haveEqualLengths(rows)) {
    throw new Error(`${key} has alternatives that the decoder cannot tell apart`);
  }
  return { isNullable: alternatives.some(({ kind }) => kind === 'null'), rows: [first, ...others] };
}

function withoutAlias(type: CddlType, resolve: Resolve): readonly CddlType[] {
  if (type.kind !== 'name') return [type];
  return resolve(type.name)?.flatMap((inner) => withoutAlias(inner, resolve)) ?? [type];
}

function rowsOf(type: CddlType, resolve: Resolve, key: string): CRow[] {
  switch (type.kind) {
    case 'null':
    case 'literal':
      return [];
    case 'number':
      return [{ type: 'NUMBER', least: type.least, most: type.most }];
    case 'text':
      if (type.most === null) throw new Error(`the text ${key} has no limit`);
      return [{ type: 'TEXT', least: type.least, most: type.most }];
    case 'name':
      return [{ type: 'MAP', map: type.name }];
    case 'array':
      return [arrayRow(type, resolve, key)];
  }
}

function lettersRow(letters: readonly string[], key: string): CRow {
  if (letters.some((text) => !/^[a-zA-Z]$/.test(text))) {
    throw new Error(`${key} has a literal that is not one letter`);
  }
  return { type: 'TEXT', least: 1, most: 1, letters };
}

function arrayRow({ least, most, items }: CddlArray, resolve: Resolve, key: string): CArrayRow {
  const values = items.map((types) => valueOf(types, resolve, key));
  if (most > MAX_ITEMS || !values.every((value) => isSimple(value))) {
    throw new Error(`${key} is an array of more than numbers or letters`);
  }
  return { type: 'ARRAY', least, most, items: values };
}

function isSimple({ rows: [row] }: CValue): boolean {
  return row.type === 'NUMBER' || (row.type === 'TEXT' && row.letters !== undefined);
}

/** The decoder chooses between arrays by their length. */
function haveEqualLengths(rows: readonly CRow[]): boolean {
  const arrays = rows.filter((row) => row.type === 'ARRAY');
  return arrays.some((one, at) =>
    arrays.slice(at + 1).some((other) => one.least <= other.most && other.least <= one.most),
  );
}
