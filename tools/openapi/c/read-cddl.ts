import { CddlTokens } from './cddl-tokens.js';

/** One of the alternatives of a type. */
export type CddlType =
  | { readonly kind: 'null' }
  | { readonly kind: 'number'; readonly least: number; readonly most: number }
  | { readonly kind: 'literal'; readonly text: string }
  /** `least` and `most` are bytes; null = without a limit. */
  | { readonly kind: 'text'; readonly least: number; readonly most: number | null }
  | { readonly kind: 'name'; readonly name: string }
  | CddlArray;

/** With `isRepeated` the only item stands for `least` to `most` items; else there is one value per item. */
export interface CddlArray {
  readonly kind: 'array';
  readonly isRepeated: boolean;
  readonly least: number;
  readonly most: number;
  readonly items: readonly (readonly CddlType[])[];
}

export interface CddlMember {
  readonly key: string;
  readonly meaning: string;
  readonly isOptional: boolean;
  readonly types: readonly CddlType[];
}

export interface Cddl {
  /** The maps in their order; each of them accepts unknown keys (`* tstr => any`). */
  readonly maps: ReadonlyMap<string, readonly CddlMember[]>;
  /** The other rules. */
  readonly aliases: ReadonlyMap<string, readonly CddlType[]>;
}

const NAME = /^[a-z]\w*$/;
const WHOLE_NUMBER = /^\d+$/;
const RANGE = /^(-?\d+)(?:\.\.(-?\d+))?$/;

/**
 * Reads the part of CDDL (RFC 8610) that docs/contract/glance.cddl uses: maps with a comment before each member, whole
 * numbers, ranges, texts, `null`, arrays and names.
 * @throws on everything else, so that a new kind of member is noticed
 */
export function readCddl(text: string): Cddl {
  const tokens = new CddlTokens(text);
  const maps = new Map<string, readonly CddlMember[]>();
  const aliases = new Map<string, readonly CddlType[]>();
  while (!tokens.isAtEnd) {
    if (tokens.peek().startsWith(';')) {
      tokens.take(/^;/);
      continue;
    }
    const name = tokens.take(NAME);
    tokens.take(/^=$/);
    if (tokens.takeIf('{')) maps.set(name, membersOf(tokens));
    else aliases.set(name, typesOf(tokens));
  }
  return { maps, aliases };
}

/** Up to the brace that closes the map. */
function membersOf(tokens: CddlTokens): CddlMember[] {
  const members: CddlMember[] = [];
  while (!tokens.takeIf('*')) {
    const meaning = tokens.take(/^; /).slice(2);
    const isOptional = tokens.takeIf('?');
    const key = tokens.take(NAME);
    tokens.take(/^:$/);
    members.push({ key, meaning, isOptional, types: typesOf(tokens) });
  }
  for (const token of [/^tstr$/, /^=>$/, /^any$/, /^\}$/]) tokens.take(token);
  return members;
}

function typesOf(tokens: CddlTokens): CddlType[] {
  const types: CddlType[] = [];
  do types.push(...alternativesOf(tokens));
  while (tokens.takeIf('/'));
  return types;
}

function alternativesOf(tokens: CddlTokens): readonly CddlType[] {
  if (tokens.takeIf('(')) {
    const types = typesOf(tokens);
    tokens.take(/^\)$/);
    return types;
  }
  if (tokens.takeIf('[')) return [arrayOf(tokens)];
  if (tokens.takeIf('null')) return [{ kind: 'null' }];
  if (tokens.takeIf('tstr')) return [textOf(tokens)];
  const token = tokens.take(/^[-\d"a-z]/);
  if (token.startsWith('"')) return [{ kind: 'literal', text: token.slice(1, -1) }];
  return RANGE.test(token) ? [numberOf(token)] : [{ kind: 'name', name: token }];
}

/** Up to the bracket that closes the array. */
function arrayOf(tokens: CddlTokens): CddlArray {
  if (WHOLE_NUMBER.test(tokens.peek())) {
    const first = tokens.take(WHOLE_NUMBER);
    if (tokens.takeIf('*')) {
      const most = Number(tokens.take(WHOLE_NUMBER));
      const items = [typesOf(tokens)];
      tokens.take(/^\]$/);
      return { kind: 'array', isRepeated: true, least: Number(first), most, items };
    }
    throw new Error(`CDDL that this reader does not know: an array that starts with ${first}`);
  }
  const items: (readonly CddlType[])[] = [];
  do items.push(itemOf(tokens));
  while (tokens.takeIf(','));
  tokens.take(/^\]$/);
  return { kind: 'array', isRepeated: false, least: items.length, most: items.length, items };
}

/** An item may have a name before its type, which only documents it. */
function itemOf(tokens: CddlTokens): readonly CddlType[] {
  const types = typesOf(tokens);
  return tokens.takeIf(':') ? typesOf(tokens) : types;
}

function textOf(tokens: CddlTokens): CddlType {
  if (!tokens.takeIf('.size')) return { kind: 'text', least: 0, most: null };
  tokens.take(/^\($/);
  const { least, most } = numberOf(tokens.take(RANGE));
  tokens.take(/^\)$/);
  return { kind: 'text', least, most };
}

function numberOf(token: string): { kind: 'number'; least: number; most: number } {
  const [, least, most = least] = RANGE.exec(token) ?? [];
  return { kind: 'number', least: Number(least), most: Number(most) };
}
