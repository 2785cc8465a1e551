import * as fc from 'fast-check';

export type Header = readonly [name: string, text: string];

/** What may stand in a header field (RFC 9110 section 5.5): no control characters. */
const fieldText = fc.string({
  unit: fc
    .oneof(fc.integer({ min: 0x20, max: 0x7e }), fc.integer({ min: 0xa0, max: 0xff }))
    .map((code) => String.fromCharCode(code)),
  maxLength: 60,
});
const hexDigits = (length: number): fc.Arbitrary<string> =>
  fc.string({
    unit: fc.constantFrom(...'0123456789abcdef'.split('')),
    minLength: length,
    maxLength: length,
  });

const quality = fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }).map(String), fieldText);
const listOf = (...words: readonly string[]): fc.Arbitrary<string> =>
  fc
    .array(fc.tuple(fc.oneof(fc.constantFrom(...words), fieldText), fc.option(quality)), {
      maxLength: 5,
    })
    .map((items) => items.map(([word, q]) => (q === null ? word : `${word};q=${q}`)).join(','));

/** Fields that this service reads, with valid and other texts, by name. */
const TEXTS: Readonly<Record<string, fc.Arbitrary<string>>> = {
  accept: listOf('application/json', 'application/cbor', 'text/html', '*/*', 'application/*'),
  'accept-language': listOf('fr', 'fr-CA', 'zh-Hant', 'de', '*', 'x', 'i-klingon'),
  'accept-encoding': listOf('gzip', 'br', 'identity', '*'),
  'if-none-match': fc.oneof(
    fc.constantFrom('*', '""', 'W/""', 'W/"x"', '"x", W/"y"', 'W/', ','.repeat(500)),
    fieldText,
  ),
  'x-request-id': fc.oneof(fc.uuid(), hexDigits(32), fieldText),
  traceparent: fc.oneof(
    fc.tuple(hexDigits(32), hexDigits(16), hexDigits(2)).map((parts) => `00-${parts.join('-')}`),
    fieldText,
  ),
  tracestate: fieldText,
  origin: fc.oneof(fc.constantFrom('null', 'https://example.org'), fieldText),
  cookie: fieldText,
};
/** Fields that it does not read. */
const OTHER_NAMES = [
  'range',
  'if-match',
  'if-modified-since',
  'cache-control',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-http-method-override',
  'content-type',
  '__proto__',
  'constructor',
];

const anyHeader: fc.Arbitrary<Header> = fc.oneof(
  ...Object.entries(TEXTS).map(([name, text]) => fc.tuple(fc.constant(name), text)),
  fc.tuple(fc.constantFrom(...OTHER_NAMES), fieldText),
);

/** At most four header fields, each name once. */
export const anyHeaders: fc.Arbitrary<readonly Header[]> = fc.uniqueArray(anyHeader, {
  maxLength: 4,
  selector: ([name]) => name,
});
