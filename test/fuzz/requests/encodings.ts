import * as fc from 'fast-check';

type Encode = (text: string) => string;

const hex = (byte: number): string => `%${byte.toString(16).padStart(2, '0')}`;
const everyByte: Encode = (text) => [...Buffer.from(text)].map(hex).join('');

/** As browsers do it. */
const browser: Encode = (text) => encodeURIComponent(text);
const form: Encode = (text) => browser(text).replaceAll('%20', '+');
const twice: Encode = (text) => browser(browser(text));
/** UTF-8 without percent signs, except for what would end the part or the line. */
const raw: Encode = (text) =>
  [...Buffer.from(text)]
    .map((byte) =>
      byte > 0x20 && byte !== 0x7f && !'#&=+?;%/'.includes(String.fromCharCode(byte))
        ? String.fromCharCode(byte)
        : hex(byte),
    )
    .join('');
/** The last byte is missing, or its second digit. */
const cut: Encode = (text) => everyByte(text).slice(0, -1);
const overlong: Encode = (text) => text.replaceAll('.', '%c0%ae');

/** Ways to write a text into a URL; most are right. */
export const encodings: fc.Arbitrary<Encode> = fc.oneof(
  { weight: 30, arbitrary: fc.constant(browser) },
  { weight: 10, arbitrary: fc.constantFrom(form, everyByte, raw) },
  { weight: 1, arbitrary: fc.constantFrom(twice, cut, (text: string) => overlong(browser(text))) },
);
