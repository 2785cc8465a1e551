import { generateKeyPairSync } from 'node:crypto';
import { inspect } from 'node:util';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { FakeClock } from '@app/clock/testing/fake-clock.js';
import type { IssuerKeys } from '../keys/issuer-keys.js';
import type { SigningKey } from '../keys/signing-key.js';
import type { Principal } from '../principal.js';
import { AUTH } from '../testing/auth-options.fixture.js';
import type { BearerToken } from './bearer-token.js';
import { VerifiedTokens } from './verified-tokens.js';

const MINUTE_MS = 60_000;
const MAX_ENTRIES = 100;
const watch: Principal = { subject: 'watch-1', hasScope: true, isProbe: false };
const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const key: SigningKey = { kid: 'a', algorithms: ['ES256'], publicKey };

let clock: FakeClock;
let listed: Set<SigningKey>;
let tokens: VerifiedTokens;

beforeEach(() => {
  clock = new FakeClock();
  listed = new Set([key]);
  const keys: Pick<IssuerKeys, 'holds'> = { holds: (one) => listed.has(one) };
  const options = { ...AUTH, maxCachedTokens: MAX_ENTRIES };
  tokens = new VerifiedTokens(options, keys as IssuerKeys, clock);
});

const token = (name: string): BearerToken => ({ text: `text ${name}`, digest: name });

function remember(name: string, validForMs = 60 * MINUTE_MS): void {
  tokens.remember(token(name), { ...watch, validUntilMs: clock.nowMs() + validForMs }, key);
}

const find = (name: string): Principal | undefined => tokens.find(token(name));

describe('a verified token', () => {
  it('is cached with its principal', () => {
    remember('t');

    expect(find('t')).toMatchObject(watch);
    expect(find('another')).toBeUndefined();
  });

  it('is cached for ten minutes and no longer', () => {
    remember('t');
    clock.advance(10 * MINUTE_MS - 1);
    expect(find('t')).toMatchObject(watch);
    clock.advance(1);

    expect(find('t')).toBeUndefined();
  });

  it('is not cached longer by use', () => {
    remember('t');
    for (let minute = 0; minute < 10; minute += 1) {
      expect(find('t')).toMatchObject(watch);
      clock.advance(MINUTE_MS);
    }

    expect(find('t')).toBeUndefined();
  });

  it('is never cached longer than it is valid', () => {
    remember('t', 30_000);
    clock.advance(29_999);
    expect(find('t')).toMatchObject(watch);
    clock.advance(1);

    expect(find('t')).toBeUndefined();
  });

  it('is not cached when it is no longer valid', () => {
    remember('t', -2_000);

    expect(find('t')).toBeUndefined();
  });

  it('is dropped as soon as the issuer no longer lists its key', () => {
    remember('t');
    listed.delete(key);

    expect(find('t')).toBeUndefined();
  });

  it('stays dropped when its key comes back', () => {
    remember('t');
    listed.delete(key);
    find('t');
    listed.add(key);

    expect(find('t')).toBeUndefined();
  });

  it('is dropped when another key takes over the kid', () => {
    remember('t');
    listed = new Set([{ ...key }]);

    expect(find('t')).toBeUndefined();
  });
});

describe('the cache of verified tokens', () => {
  it('does not hold the text of a token', () => {
    remember('t');

    expect(inspect(tokens, { depth: Infinity, showHidden: true })).not.toContain('text t');
  });

  it('holds as many tokens as configured and evicts the least recently used', () => {
    for (let i = 0; i < MAX_ENTRIES; i += 1) remember(`t${i}`);
    find('t0');
    remember('one more');

    expect(find('t0')).toMatchObject(watch);
    expect(find('t1')).toBeUndefined();
    expect(find('t2')).toMatchObject(watch);
    expect(find('one more')).toMatchObject(watch);
  });

  it('counts hits and misses', () => {
    find('t');
    remember('t');
    find('t');
    find('t');

    expect(tokens.snapshot()).toEqual({ known: 2, unknown: 1, size: 1 });
  });
});
