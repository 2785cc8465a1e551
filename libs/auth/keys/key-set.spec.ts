import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { KeySet } from './key-set.js';
import type { Algorithm, SigningKey } from './signing-key.js';

const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const key = (kid: string | undefined, ...algorithms: Algorithm[]): SigningKey => ({
  kid,
  algorithms,
  publicKey,
});

describe('the candidates of a token', () => {
  const rs = key('shared', 'RS256');
  const es = key('shared', 'ES256');
  const any = key('shared', 'RS256', 'PS256');
  const unnamed = key(undefined, 'RS256');
  const other = key('other', 'RS256');
  const set = new KeySet([other, rs, es, any, unnamed]);

  it.each([
    ['have its kid and can verify its alg', { alg: 'RS256', kid: 'shared' }, [rs, any]],
    ['may be a single one', { alg: 'ES256', kid: 'shared' }, [es]],
    ['are none when its kid is unknown', { alg: 'RS256', kid: 'unknown' }, []],
    ['are none when its alg does not fit', { alg: 'PS256', kid: 'other' }, []],
    ['are all that fit its alg when it has no kid', { alg: 'RS256' }, [unnamed, other, rs, any]],
  ] as const)('%s', (_name, header, expected) => {
    expect(set.candidates({ kid: undefined, ...header })).toEqual(expected);
  });

  it('are at most 10', () => {
    const many = new KeySet(Array.from({ length: 3_000 }, () => key('same', 'ES256')));

    expect(many.candidates({ alg: 'ES256', kid: 'same' })).toHaveLength(10);
    expect(many.candidates({ alg: 'ES256', kid: undefined })).toHaveLength(10);
  });
});

describe('KeySet.has', () => {
  it('compares keys by identity', () => {
    const listed = key('a', 'ES256');

    expect(new KeySet([listed]).has(listed)).toBe(true);
    expect(new KeySet([listed]).has({ ...listed })).toBe(false);
  });
});
