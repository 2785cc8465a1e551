import * as fc from 'fast-check';
import { unicodeText } from '@app/json/testing/unicode-text.js';
import { pathsOf, valueAtPath, withValueAt, type Path } from './with-value-at.js';

const LONG = 20_000;
const MANY = 10_000;
/** The last instant that a `Date` can hold, in the year 275 760. */
const LAST_INSTANT_MS = 8.64e15;

/** What may be in a field of an answer or a record that someone else wrote. */
const HOSTILE_VALUES: readonly unknown[] = [
  'x'.repeat(LONG),
  '\ud800',
  'Paris \udc00 08',
  '東'.repeat(9_999),
  '',
  '.',
  '..',
  '../../x',
  '__proto__',
  'constructor',
  'a\u0000\n\r b',
  '9',
  'NaN',
  '2026-02-30',
  '+275760-09-13T00:00:00Z',
  '9999-12-31',
  NaN,
  Infinity,
  -Infinity,
  -0,
  -1,
  0.1,
  1e6,
  1e308,
  Number.MAX_SAFE_INTEGER,
  LAST_INSTANT_MS,
  LAST_INSTANT_MS / 1_000,
  LAST_INSTANT_MS + 1,
  true,
  null,
  [],
  {},
  [[[[]]]],
  JSON.parse('{"__proto__":{"a":1},"constructor":null,"length":7}'),
  Array.from({ length: MANY }, (_, index) => index),
  nested(1_000),
];

function nested(levels: number): unknown {
  return levels === 0 ? [] : [nested(levels - 1)];
}

const anything = fc.oneof(
  fc.constantFrom(...HOSTILE_VALUES),
  fc.jsonValue(),
  fc.double(),
  unicodeText({ maxLength: 300 }),
);

/** Of the items of a list, the first two stand for all. */
function isRepresentative(path: Path): boolean {
  return path.every((step) => typeof step === 'string' || step < 2);
}

/** The value with each hostile value in the place of each of its parts, one at a time, and long lists. */
export function* eachHostileVariant(valid: unknown): Generator<[Path, unknown]> {
  for (const path of pathsOf(valid).filter(isRepresentative)) {
    for (const value of HOSTILE_VALUES) yield [path, withValueAt(valid, path, value)];
    const part = valueAtPath(valid, path);
    if (!Array.isArray(part) || part.length === 0) continue;
    const long = Array.from({ length: MANY }, (_, index) => part[index % part.length] as unknown);
    yield [path, withValueAt(valid, path, long)];
  }
}

/** The value with anything in the place of up to six of its parts. */
export function anyHostileVariant(valid: unknown): fc.Arbitrary<unknown> {
  const change = fc.tuple(fc.constantFrom(...pathsOf(valid)), anything);
  return fc.array(change, { minLength: 1, maxLength: 6 }).map((changes) =>
    changes
      // Longest path first, so that the others still exist afterwards.
      .toSorted(([a], [b]) => b.length - a.length)
      .reduce((value, [path, part]) => withValueAt(value, path, part), valid),
  );
}
