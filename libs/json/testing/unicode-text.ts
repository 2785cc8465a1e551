import * as fc from 'fast-check';

/** Any code point except surrogates, each as likely as any other. */
const anyCodePoint = fc
  .integer({ min: 0, max: 0x10_f7ff })
  .map((index) => String.fromCodePoint(index < 0xd800 ? index : index + 0x800));

/** Like `fc.string({ unit: 'binary' })`, which takes two seconds to list 1.1 million code points. */
export function unicodeText(constraints: fc.StringSharedConstraints = {}): fc.Arbitrary<string> {
  return fc.string({ ...constraints, unit: anyCodePoint });
}
