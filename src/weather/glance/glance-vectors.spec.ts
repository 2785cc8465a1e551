import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { decode, encode, rfc8949EncodeOptions } from 'cborg';
import { GLANCE_CASES } from '../testing/glance-cases.js';
import { toCbor } from './cbor.js';
import { GlanceResponse } from './glance.response.js';

/** A glance as a watch receives it: JSON, and the bytes of CBOR in hexadecimal digits. */
interface Vector {
  readonly name: string;
  readonly json: string;
  readonly cbor: string;
}

const FILE = new URL('../../../docs/contract/glance-vectors.json', import.meta.url);

const produced = Object.entries(GLANCE_CASES).map(([name, { parts, view }]): Vector => {
  const { age, content, json } = GlanceResponse.of(parts, view);
  return { name, json, cbor: Buffer.from(toCbor({ ...content, ...age })).toString('hex') };
});

// After an intended change: WRITE_VECTORS=1 npm run test:unit -- glance-vectors
if (process.env['WRITE_VECTORS']) writeFileSync(FILE, `${JSON.stringify(produced, null, 2)}\n`);

const vectors = JSON.parse(readFileSync(FILE, 'utf8')) as readonly Vector[];

describe('docs/contract/glance-vectors.json', () => {
  it('has exactly the bodies that the service sends', () => {
    expect(vectors).toEqual(produced);
  });

  it.each(vectors)('says the same in JSON and in CBOR: $name', ({ json, cbor }) => {
    expect(decode(Buffer.from(cbor, 'hex'))).toEqual(JSON.parse(json));
  });

  it.each(vectors)('has deterministic CBOR without floating-point numbers: $name', ({ cbor }) => {
    const items = itemsOf(Buffer.from(cbor, 'hex'));
    expect(items.filter(({ isFloat }) => isFloat)).toEqual([]);
    expect(items.filter(({ isShortest }) => !isShortest)).toEqual([]);
    const shuffled = Object.entries(decode(Buffer.from(cbor, 'hex')) as object).toReversed();
    const again = encode(Object.fromEntries(shuffled), rfc8949EncodeOptions);
    expect(Buffer.from(again).toString('hex')).toBe(cbor);
  });

  it('has sorted keys in CBOR', () => {
    for (const { cbor } of vectors) {
      const keys = Object.keys(decode(Buffer.from(cbor, 'hex')) as object);
      const encoded = keys.map((key) => Buffer.from(encode(key)).toString('hex'));
      expect(encoded).toEqual(encoded.toSorted());
    }
  });
});

interface Item {
  readonly isFloat: boolean;
  readonly isShortest: boolean;
}

const LEAST_BY_LENGTH = { 24: 24, 25: 2 ** 8, 26: 2 ** 16, 27: 2 ** 32 } as const;

/** The head of every data item (RFC 8949 section 3), read independently of any CBOR library. */
function itemsOf(bytes: Buffer): Item[] {
  const items: Item[] = [];
  for (let at = 0; at < bytes.length;) {
    const [major, info] = [bytes.readUInt8(at) >> 5, bytes.readUInt8(at) & 0x1f];
    const size = info < 24 ? 0 : 2 ** (info - 24);
    const value = size === 0 ? info : Number(`0x${bytes.toString('hex', at + 1, at + 1 + size)}`);
    const least = info < 24 ? 0 : LEAST_BY_LENGTH[info as 24 | 25 | 26 | 27];
    items.push({ isFloat: major === 7 && info > 24, isShortest: value >= least });
    at += 1 + size + (major === 3 ? value : 0);
  }
  return items;
}
