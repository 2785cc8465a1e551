import * as fc from 'fast-check';
import { unicodeText } from '@app/json/testing/unicode-text.js';
import type { Schema } from '../contract.js';

/** Names that every JavaScript object has, and others that parsers treat specially. */
export const SPECIAL_NAMES = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'valueOf',
  'length',
] as const;

const NEVER_NUMBERS = [
  '',
  ' ',
  '\0',
  'NaN',
  'Infinity',
  '-Infinity',
  '1e400',
  '-1e999',
  '0x10',
  '0b1',
  '1n',
  '1_0',
  '1,5',
  '--1',
  'null',
  'undefined',
  'true',
  '[]',
  '{}',
  '[object Object]',
  '١٢',
  '１２',
  '1\0',
  '1\n',
  ' 1',
  '1 ',
  "1' OR '1'='1",
  '../../etc/passwd',
  '${7*7}',
  '%00',
  ...SPECIAL_NAMES,
];
/** Longer than any number with a meaning, and than the longest URL. */
const LONG_LENGTHS = [20, 400, 1_900, 2_100, 4_000];

/** Any text: code points of all planes, mixtures of the characters of numbers, long ones. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...NEVER_NUMBERS),
  unicodeText({ maxLength: 20 }),
  fc.string({ unit: 'grapheme', maxLength: 20 }),
  // Five characters hold no exponent of four digits, about which the contract says nothing.
  fc.string({ unit: fc.constantFrom(...'0123456789+-.eE'.split('')), maxLength: 5 }),
  fc
    .tuple(fc.constantFrom('1', '9', 'x', '.', '\u{1F327}'), fc.constantFrom(...LONG_LENGTHS))
    .map(([character, length]) => character.repeat(length)),
);

/** Texts of which most are valid for the schema. */
export function mostlyValidText({
  type,
  enum: words,
  minimum,
  maximum,
}: Schema): fc.Arbitrary<string> {
  if (words) return fc.constantFrom(...words);
  const range = { min: minimum ?? -1_000, max: maximum ?? 1_000 };
  if (type === 'integer') return fc.oneof(fc.integer(range).map(String), bounds(range));
  if (type !== 'number') return fc.oneof(languageTag, anyText);
  return fc.oneof(
    fc.double({ ...range, noNaN: true }).map(String),
    fc.integer(range).chain((whole) => fc.constantFrom(...spellings(whole))),
    bounds(range),
  );
}

/** Texts around the bounds of the schema, and any text. */
export function mostlyInvalidText({ enum: words, minimum, maximum }: Schema): fc.Arbitrary<string> {
  const around = [minimum, maximum]
    .filter((bound) => bound !== undefined)
    .flatMap((bound) => [
      ...[-1, -0.1, -1e-9, 1e-9, 0.1, 1].map((step) => String(bound + step)),
      ...['e0', 'e1', 'e-1', 'e99', '.', '.5', '°', 'f'].map((end) => `${bound}${end}`),
    ]);
  const changed = (words ?? []).flatMap((word) => [word.toUpperCase(), ` ${word}`, `${word},`]);
  const near = [...around, ...changed];
  return near.length === 0 ? anyText : fc.oneof(fc.constantFrom(...near), anyText);
}

interface Range {
  readonly min: number;
  readonly max: number;
}

const bounds = ({ min, max }: Range): fc.Arbitrary<string> =>
  fc.constantFrom(String(min), String(max));

const spellings = (whole: number): string[] => {
  const [sign, digits] = [whole < 0 ? '-' : '', Math.abs(whole)];
  return [
    `${sign}${digits}.0`,
    `${sign}00${digits}`,
    `${sign}${digits}.`,
    `${sign}${digits / 10}e1`,
    `${sign}${digits * 10}E-1`,
    `${sign === '' ? '+' : sign}${digits}`,
  ];
};

const languageTag = fc.constantFrom(
  'fr',
  'fr-CA',
  'de',
  'ja',
  'zh-Hant-TW',
  'en',
  'tlh',
  'x',
  'FR',
);
