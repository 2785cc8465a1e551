import { Logger } from '@nestjs/common';
import { afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { FakeClock } from '@app/clock/testing/fake-clock.js';
import { IdentityUnavailableError } from '../errors/identity-unavailable.error.js';
import { TokenBucket } from './token-bucket.js';
import { IssuerClient } from './issuer-client.js';
import { IssuerKeys } from './issuer-keys.js';
import type { SigningKey } from './signing-key.js';

/** Returns the keys published at the time of the request, as new objects, when released. */
class FakeIssuer extends IssuerClient {
  published: SigningKey[] = [];
  down = false;
  fetches = 0;
  private gate = Promise.resolve();

  constructor() {
    super({ issuer: 'https://issuer.test', audience: 'api', scope: 'read' });
  }

  override async fetchKeys(): Promise<SigningKey[]> {
    this.fetches += 1;
    const seen = this.published.map((key) => ({ ...key }));
    await this.gate;
    if (this.down) throw new Error('the issuer is down');
    return seen;
  }

  /** Delays every response until the returned function is called. */
  hold(): () => void {
    let release: (() => void) | undefined;
    this.gate = new Promise((resolve) => (release = resolve));
    return () => release?.();
  }
}

const key = (kid: string | undefined, publicKey = `pem of ${kid}`): SigningKey => ({
  kid,
  alg: 'RS256',
  publicKey,
});

let clock: FakeClock;
let issuer: FakeIssuer;
let keys: IssuerKeys;

beforeAll(() => Logger.overrideLogger(false));
beforeEach(() => {
  clock = new FakeClock();
  issuer = new FakeIssuer();
  keys = new IssuerKeys(issuer, new TokenBucket(clock));
});
afterEach(() => {
  keys.onApplicationShutdown();
  jest.useRealTimers();
});

async function refreshed(published: SigningKey[]): Promise<void> {
  issuer.published = published;
  await keys.find('something else');
}

describe('the signing key of a token', () => {
  it('is fetched on first use, and cached', async () => {
    issuer.published = [key('a'), key('b')];

    expect(await keys.find('b')).toEqual(key('b'));
    expect(await keys.find('a')).toEqual(key('a'));
    expect(issuer.fetches).toBe(1);
  });

  it('is found when it was published after the last fetch', async () => {
    issuer.published = [key('a')];
    await keys.find('a');
    issuer.published = [key('a'), key('b')];

    expect(await keys.find('b')).toEqual(key('b'));
  });

  it('is undefined when the issuer does not list it', async () => {
    issuer.published = [key('a')];

    expect(await keys.find('z')).toBeUndefined();
  });

  it('is the only listed key when the token has no kid', async () => {
    issuer.published = [key('a')];

    expect(await keys.find(undefined)).toEqual(key('a'));
  });

  it('is undefined when the token has no kid and several keys are listed', async () => {
    issuer.published = [key('a'), key('b')];

    expect(await keys.find(undefined)).toBeUndefined();
  });

  it('is the key without a kid when the token has none', async () => {
    issuer.published = [key('a'), key(undefined)];

    expect(await keys.find(undefined)).toEqual(key(undefined));
  });
});

describe('concurrent lookups of keys', () => {
  it('share one load', async () => {
    issuer.published = [key('a')];
    const found = await Promise.all(Array.from({ length: 50 }, () => keys.find('a')));

    expect(found).toEqual(Array.from({ length: 50 }, () => key('a')));
    expect(issuer.fetches).toBe(1);
  });

  it('load again when the joined load started before their key was published', async () => {
    const release = issuer.hold();
    const first = keys.find('a');
    issuer.published = [key('a')];
    const second = keys.find('a');
    const third = keys.find('a');
    release();

    expect(await first).toBeUndefined();
    expect(await second).toEqual(key('a'));
    expect(await third).toEqual(key('a'));
    expect(issuer.fetches).toBe(2);
  });

  it('do not wait for a second load when the one they joined failed', async () => {
    issuer.published = [key('a')];
    await keys.find('a');
    issuer.down = true;
    const release = issuer.hold();
    const waiting = [keys.find('b'), keys.find('c')];
    release();

    expect(await Promise.all(waiting)).toEqual([undefined, undefined]);
    expect(issuer.fetches).toBe(2);
  });
});

describe('an unavailable issuer', () => {
  it('makes lookups throw IdentityUnavailableError while no key was ever loaded', async () => {
    issuer.down = true;

    await expect(keys.find('a')).rejects.toThrow(IdentityUnavailableError);
    expect(keys.loaded).toBe(false);
  });

  it('is tried again by the next lookup', async () => {
    issuer.down = true;
    issuer.published = [key('a')];
    await expect(keys.find('a')).rejects.toThrow(IdentityUnavailableError);
    issuer.down = false;

    expect(await keys.find('a')).toEqual(key('a'));
    expect(keys.loaded).toBe(true);
  });

  it('does not remove known keys', async () => {
    issuer.published = [key('a')];
    const known = await keys.find('a');
    issuer.down = true;
    expect(await keys.find('new')).toBeUndefined();

    expect(await keys.find('a')).toBe(known);
    expect(keys.loaded).toBe(true);
  });

  it('is not called more often than the token bucket allows', async () => {
    issuer.published = [key('a')];
    for (let i = 0; i < 200; i += 1) await keys.find(`random-${i}`);
    expect(issuer.fetches).toBe(6);

    issuer.published = [key('a'), key('b')];
    clock.advance(15_000);
    expect(await keys.find('b')).toEqual(key('b'));
    expect(issuer.fetches).toBe(7);
  });
});

describe('the object of a signing key', () => {
  it('stays the same while the key is unchanged', async () => {
    issuer.published = [key('a'), key('b')];
    const [a, b] = [await keys.find('a'), await keys.find('b')];
    await refreshed([key('a'), key('c')]);

    expect(await keys.find('a')).toBe(a);
    expect(keys.holds(a as SigningKey)).toBe(true);
    expect(keys.holds(b as SigningKey)).toBe(false);
  });

  it.each([
    ['other material', key('a', 'another pem')],
    ['another algorithm', { ...key('a'), alg: 'PS256' }],
  ])('is replaced when the same kid has %s', async (_name, replacement) => {
    issuer.published = [key('a')];
    const old = await keys.find('a');
    await refreshed([replacement]);

    expect(await keys.find('a')).toEqual(replacement);
    expect(keys.holds(old as SigningKey)).toBe(false);
  });

  it('differs from an equal object', async () => {
    issuer.published = [key('a')];
    await keys.find('a');

    expect(keys.holds(key('a'))).toBe(false);
  });
});

describe('IssuerKeys in the background', () => {
  it('loads keys at start', async () => {
    jest.useFakeTimers();
    issuer.published = [key('a')];
    keys.onApplicationBootstrap();
    await jest.advanceTimersByTimeAsync(0);

    expect(keys.loaded).toBe(true);
  });

  it('loads keys again two seconds after a failure at start', async () => {
    jest.useFakeTimers();
    issuer.published = [key('a')];
    issuer.down = true;
    keys.onApplicationBootstrap();
    await jest.advanceTimersByTimeAsync(1_999);
    issuer.down = false;
    expect(keys.loaded).toBe(false);
    await jest.advanceTimersByTimeAsync(1);

    expect(keys.loaded).toBe(true);
  });

  it('loads keys every minute and drops removed keys', async () => {
    jest.useFakeTimers();
    issuer.published = [key('a')];
    keys.onApplicationBootstrap();
    await jest.advanceTimersByTimeAsync(0);
    const known = (await keys.find('a')) as SigningKey;
    issuer.published = [key('b')];
    await jest.advanceTimersByTimeAsync(59_999);
    expect(keys.holds(known)).toBe(true);
    await jest.advanceTimersByTimeAsync(1);

    expect(keys.holds(known)).toBe(false);
  });

  it('loads nothing after the shutdown', async () => {
    jest.useFakeTimers();
    issuer.published = [key('a')];
    keys.onApplicationBootstrap();
    await jest.advanceTimersByTimeAsync(0);
    keys.onApplicationShutdown();
    await jest.advanceTimersByTimeAsync(10 * 60_000);

    expect(issuer.fetches).toBe(1);
  });
});
