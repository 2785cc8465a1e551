import { generateKeyPairSync } from 'node:crypto';
import { Logger } from '@nestjs/common';
import { afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { FakeClock } from '@app/clock/testing/fake-clock.js';
import { IdentityUnavailableError } from '../errors/identity-unavailable.error.js';
import { TokenBucket } from './token-bucket.js';
import { AUTH } from '../testing/auth-options.fixture.js';
import { IssuerClient } from './issuer-client.js';
import { IssuerKeys } from './issuer-keys.js';
import { KeySetReader, type KeySetContent } from './key-set-reader.js';
import type { SigningKey } from './signing-key.js';

/** Returns the keys published at the time of the request, when released. */
class FakeIssuer extends IssuerClient {
  published: SigningKey[] = [];
  snapshot: SigningKey[] | undefined;
  down = false;
  fetches = 0;
  private gate = Promise.resolve();

  constructor() {
    super(AUTH, new KeySetReader());
  }

  override async fetchKeys(): Promise<KeySetContent> {
    this.fetches += 1;
    const seen = [...this.published];
    await this.gate;
    if (this.down) throw new Error('the issuer is down');
    return { keys: seen, rejected: new Map() };
  }

  override async readSnapshot(): Promise<readonly SigningKey[] | undefined> {
    return this.snapshot;
  }

  /** Delays every response until the returned function is called. */
  hold(): () => void {
    let release: (() => void) | undefined;
    this.gate = new Promise((resolve) => (release = resolve));
    return () => release?.();
  }
}

const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const key = (kid: string | undefined): SigningKey => ({ kid, algorithms: ['ES256'], publicKey });
const keyA = key('a');
const keyB = key('b');

let clock: FakeClock;
let issuer: FakeIssuer;
let keys: IssuerKeys;

beforeAll(() => Logger.overrideLogger(false));
beforeEach(() => {
  clock = new FakeClock();
  issuer = new FakeIssuer();
  keys = new IssuerKeys(issuer, new TokenBucket(clock), clock);
});
afterEach(() => {
  keys.onApplicationShutdown();
  jest.useRealTimers();
});

/** The first key to try. */
async function find(kid: string | undefined): Promise<SigningKey | undefined> {
  const [known] = keys.known({ alg: 'ES256', kid });
  if (known) return known;
  for await (const key of keys.published({ alg: 'ES256', kid }, [])) return key;
  return undefined;
}

/** Every key to try, as for a token that none of them signed. */
async function findAll(kid: string | undefined): Promise<SigningKey[]> {
  const known = keys.known({ alg: 'ES256', kid });
  const found = [...known];
  for await (const key of keys.published({ alg: 'ES256', kid }, known)) found.push(key);
  return found;
}

describe('the signing key of a token', () => {
  it('is fetched on first use, and cached', async () => {
    issuer.published = [keyA, keyB];

    expect(await find('b')).toBe(keyB);
    expect(await find('a')).toBe(keyA);
    expect(issuer.fetches).toBe(1);
  });

  it('is found when it was published after the last fetch', async () => {
    issuer.published = [keyA];
    await find('a');
    issuer.published = [keyA, keyB];

    expect(await find('b')).toBe(keyB);
  });

  it('is undefined when the issuer does not list it', async () => {
    issuer.published = [keyA];

    expect(await find('z')).toBeUndefined();
  });

  it('may be replaced under the same kid: the new one is tried after the known one', async () => {
    issuer.published = [keyA];
    await find('a');
    const replacement = key('a');
    issuer.published = [replacement];

    expect(await findAll('a')).toEqual([keyA, replacement]);
    expect(keys.holds(keyA)).toBe(false);
    expect(keys.holds(replacement)).toBe(true);
  });

  it('is tried once, although a fetch lists it again', async () => {
    issuer.published = [keyA];
    await find('a');

    expect(await findAll('a')).toEqual([keyA]);
    expect(issuer.fetches).toBe(2);
  });
});

describe('concurrent lookups of keys', () => {
  it('share one load', async () => {
    issuer.published = [keyA];
    const found = await Promise.all(Array.from({ length: 50 }, () => find('a')));

    expect(found).toEqual(Array.from({ length: 50 }, () => keyA));
    expect(issuer.fetches).toBe(1);
  });

  it('load again when the joined load started before their key was published', async () => {
    const release = issuer.hold();
    const first = find('a');
    issuer.published = [keyA];
    const second = find('a');
    const third = find('a');
    release();

    expect(await first).toBeUndefined();
    expect(await second).toBe(keyA);
    expect(await third).toBe(keyA);
    expect(issuer.fetches).toBe(2);
  });

  it('do not wait for a second load when the one they joined failed', async () => {
    issuer.published = [keyA];
    await find('a');
    issuer.down = true;
    const release = issuer.hold();
    const waiting = [find('b'), find('c')];
    release();

    expect(await Promise.all(waiting)).toEqual([undefined, undefined]);
    expect(issuer.fetches).toBe(2);
  });
});

describe('an unavailable issuer', () => {
  it('makes lookups throw IdentityUnavailableError while no key was ever loaded', async () => {
    issuer.down = true;

    await expect(find('a')).rejects.toThrow(IdentityUnavailableError);
    expect(keys.loaded).toBe(false);
  });

  it('is tried again by the next lookup', async () => {
    issuer.down = true;
    issuer.published = [keyA];
    await expect(find('a')).rejects.toThrow(IdentityUnavailableError);
    issuer.down = false;

    expect(await find('a')).toBe(keyA);
    expect(keys.loaded).toBe(true);
  });

  it('leaves the time of the last refresh as it was', async () => {
    expect(keys.refreshedAtMs).toBeUndefined();
    issuer.published = [keyA];
    await find('a');
    const refreshedAtMs = clock.nowMs();
    clock.advance(60_000);
    issuer.down = true;
    await find('b');

    expect(issuer.fetches).toBe(2);
    expect(keys.refreshedAtMs).toBe(refreshedAtMs);
  });

  it('does not remove known keys', async () => {
    issuer.published = [keyA];
    const known = await find('a');
    issuer.down = true;
    expect(await find('new')).toBeUndefined();

    expect(await find('a')).toBe(known);
    expect(keys.loaded).toBe(true);
  });

  it('is not called more often than the token bucket allows while signatures are bad', async () => {
    issuer.published = [keyA];
    for (let i = 0; i < 200; i += 1) expect(await findAll('a')).toEqual([keyA]);
    expect(issuer.fetches).toBe(6);

    const replacement = key('a');
    issuer.published = [replacement];
    clock.advance(15_000);
    expect(await findAll('a')).toEqual([keyA, replacement]);
    expect(issuer.fetches).toBe(7);
  });

  it('is not called more often than the token bucket allows', async () => {
    issuer.published = [keyA];
    for (let i = 0; i < 200; i += 1) await find(`random-${i}`);
    expect(issuer.fetches).toBe(6);

    issuer.published = [keyA, keyB];
    clock.advance(15_000);
    expect(await find('b')).toBe(keyB);
    expect(issuer.fetches).toBe(7);
  });
});

describe('IssuerKeys in the background', () => {
  it('loads keys at start', async () => {
    jest.useFakeTimers();
    issuer.published = [keyA];
    keys.onApplicationBootstrap();
    await jest.advanceTimersByTimeAsync(0);

    expect(keys.loaded).toBe(true);
  });

  it('loads keys again two seconds after a failure at start', async () => {
    jest.useFakeTimers();
    issuer.published = [keyA];
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
    issuer.published = [keyA];
    keys.onApplicationBootstrap();
    await jest.advanceTimersByTimeAsync(0);
    const known = (await find('a')) as SigningKey;
    issuer.published = [keyB];
    await jest.advanceTimersByTimeAsync(59_999);
    expect(keys.holds(known)).toBe(true);
    await jest.advanceTimersByTimeAsync(1);

    expect(keys.holds(known)).toBe(false);
  });

  it('loads nothing after the shutdown', async () => {
    jest.useFakeTimers();
    issuer.published = [keyA];
    keys.onApplicationBootstrap();
    await jest.advanceTimersByTimeAsync(0);
    keys.onApplicationShutdown();
    await jest.advanceTimersByTimeAsync(10 * 60_000);

    expect(issuer.fetches).toBe(1);
  });
});

async function startKeys(): Promise<void> {
  keys.onApplicationBootstrap();
  await jest.advanceTimersByTimeAsync(0);
}

describe('the snapshot of the keys', () => {
  beforeEach(() => {
    jest.useFakeTimers();
    issuer.snapshot = [keyA];
    issuer.down = true;
  });

  it('is in use when the issuer does not answer at the start', async () => {
    await startKeys();

    expect(await find('a')).toBe(keyA);
    expect([keys.loaded, keys.fromSnapshot]).toEqual([true, true]);
  });

  it('is never in use when the issuer answers', async () => {
    issuer.down = false;
    issuer.published = [keyB];
    await startKeys();

    expect(await find('a')).toBeUndefined();
    expect(keys.fromSnapshot).toBe(false);
  });

  it("is replaced by the issuer's keys as soon as it answers", async () => {
    await startKeys();
    issuer.down = false;
    issuer.published = [keyB];
    await jest.advanceTimersByTimeAsync(2_000);

    expect(keys.holds(keyA)).toBe(false);
    expect(keys.holds(keyB)).toBe(true);
    expect(keys.fromSnapshot).toBe(false);
  });

  it('does not replace keys of the issuer that were read before it went down', async () => {
    issuer.down = false;
    issuer.published = [keyB];
    await startKeys();
    issuer.down = true;
    await jest.advanceTimersByTimeAsync(60_000);

    expect(keys.holds(keyB)).toBe(true);
    expect(keys.fromSnapshot).toBe(false);
  });

  it('proves nothing about a token with another key, which the issuer may have published since', async () => {
    await startKeys();

    await expect(find('b')).rejects.toThrow(IdentityUnavailableError);
  });
});
