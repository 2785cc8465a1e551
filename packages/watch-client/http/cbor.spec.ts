import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { encode } from 'cborg';
import * as fc from 'fast-check';
import { decodeCbor } from './cbor.js';

const bytes = (hex: string): Uint8Array => Uint8Array.from(Buffer.from(hex, 'hex'));

interface Vector {
  readonly name: string;
  readonly json: string;
  readonly cbor: string;
}
const VECTORS = JSON.parse(
  readFileSync(new URL('../../../docs/contract/glance-vectors.json', import.meta.url), 'utf8'),
) as readonly Vector[];

describe('CBOR', () => {
  it.each(VECTORS)('decodes the glance that the service sends: $name', ({ json, cbor }) => {
    expect(decodeCbor(bytes(cbor))).toEqual(JSON.parse(json));
  });

  it('decodes to the same values as JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'grapheme' }), (value) => {
        expect(decodeCbor(encode(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  // RFC 8949 appendix A
  it.each([
    ['1b000000e8d4a51000', 1_000_000_000_000],
    ['1a000f4240', 1_000_000],
    ['3903e7', -1_000],
    ['f93c00', 1],
    ['f9c400', -4],
    ['f90001', 2 ** -24],
    ['f97c00', Infinity],
    ['f97e00', NaN],
    ['fa47c35000', 100_000],
    ['fbc010666666666666', -4.1],
    ['f6', null],
    ['63e6b0b4', '水'],
    ['8301820203820405', [1, [2, 3], [4, 5]]],
  ])('decodes %s to %j', (hex, value) => {
    expect(decodeCbor(bytes(hex))).toEqual(value);
  });

  it.each([
    ['empty', ''],
    ['a truncated text', '6461'],
    ['a truncated array', '9affffffff01'],
    ['more than one value', '0102'],
    ['an indefinite length', '9f01ff'],
    ['a byte string', '4101'],
    ['a tag', 'c11a514b67b0'],
    ['a simple value that JSON does not have', 'f0'],
    ['text that is not UTF-8', '61ff'],
  ])('is rejected when it is %s', (_what, hex) => {
    expect(() => decodeCbor(bytes(hex))).toThrow();
  });
});
