import { generateKeyPairSync } from 'node:crypto';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { FakeClock } from '@app/clock/testing/fake-clock.js';
import type { IssuerKeys } from '../keys/issuer-keys.js';
import type { SigningKey } from '../keys/signing-key.js';
import type { Principal } from '../principal.js';
import { VerifiedTokens } from './verified-tokens.js';

const MINUTE_MS = 60_000;
const watch: Principal = { subject: 'watch-1', scopes: new Set(['read']) };
const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const key: SigningKey = { kid: 'a', algorithms: ['ES256'], publicKey };

let clock: FakeClock;
let listed: Set<SigningKey>;
let tokens: VerifiedTokens;

beforeEach(() => {
  clock = new FakeClock();
  listed = new Set([key]);
  const keys: Pick<IssuerKeys, 'holds'> = { holds: (one) => listed.has(one) };
  tokens = new VerifiedTokens(keys as IssuerKeys, clock);
});

const remember = (token: string, validForMs = 60 * MINUTE_MS): void =>
  tokens.remember(token, watch, key, clock.nowMs() + validForMs);

describe('a verified token', () => {
  it('is cached with its principal', () => {
    remember('t');

    expect(tokens.find('t')).toBe(watch);
    expect(tokens.find('another')).toBeUndefined();
  });

  it('is cached for ten minutes and no longer', () => {
    remember('t');
    clock.advance(10 * MINUTE_MS - 1);
    expect(tokens.find('t')).toBe(watch);
    clock.advance(1);

    expect(tokens.find('t')).toBeUndefined();
  });

  it('is not cached longer by use', () => {
    remember('t');
    for (let minute = 0; minute < 10; minute += 1) {
      expect(tokens.find('t')).toBe(watch);
      clock.advance(MINUTE_MS);
    }

    expect(tokens.find('t')).toBeUndefined();
  });

  it('is never cached longer than it is valid', () => {
    remember('t', 30_000);
    clock.advance(29_999);
    expect(tokens.find('t')).toBe(watch);
    clock.advance(1);

    expect(tokens.find('t')).toBeUndefined();
  });

  it('is not cached when it is no longer valid', () => {
    remember('t', -2_000);

    expect(tokens.find('t')).toBeUndefined();
  });

  it('is dropped as soon as the issuer no longer lists its key', () => {
    remember('t');
    listed.delete(key);

    expect(tokens.find('t')).toBeUndefined();
  });

  it('stays dropped when its key comes back', () => {
    remember('t');
    listed.delete(key);
    tokens.find('t');
    listed.add(key);

    expect(tokens.find('t')).toBeUndefined();
  });

  it('is dropped when another key takes over the kid', () => {
    remember('t');
    listed = new Set([{ ...key }]);

    expect(tokens.find('t')).toBeUndefined();
  });
});

describe('the cache of verified tokens', () => {
  it('holds 10 000 tokens and evicts the least recently used', () => {
    for (let i = 0; i < 10_000; i += 1) remember(`t${i}`);
    tokens.find('t0');
    remember('one more');

    expect(tokens.find('t0')).toBe(watch);
    expect(tokens.find('t1')).toBeUndefined();
    expect(tokens.find('t2')).toBe(watch);
    expect(tokens.find('one more')).toBe(watch);
  });

  it('counts hits and misses', () => {
    tokens.find('t');
    remember('t');
    tokens.find('t');
    tokens.find('t');

    expect(tokens.snapshot()).toEqual({ known: 2, unknown: 1, size: 1 });
  });
});
