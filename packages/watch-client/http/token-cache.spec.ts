import { beforeEach, describe, expect, it } from '@jest/globals';
import { TokenCache, type Token } from './token-cache.js';

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
const NO_DEADLINE = new AbortController().signal;

describe('the cached token of a watch', () => {
  let nowMs: number;
  let lifetimeMs: number;
  let issued: number;
  let issuerIsDown: boolean;
  let cache: TokenCache;

  beforeEach(() => {
    [nowMs, lifetimeMs, issued, issuerIsDown] = [0, HOUR_MS, 0, false];
    cache = new TokenCache(issue, () => nowMs);
  });

  async function issue(): Promise<Token> {
    if (issuerIsDown) throw new Error('the issuer is down');
    issued += 1;
    return { value: `token-${issued}`, expiresAtMs: nowMs + lifetimeMs };
  }

  const current = (): Promise<string> => cache.current(NO_DEADLINE);

  it('is used until shortly before it expires', async () => {
    await current();
    nowMs = HOUR_MS - MINUTE_MS - 1;
    expect(await current()).toBe('token-1');
    nowMs += 1;
    expect(await current()).toBe('token-2');
  });

  it('is used for most of its lifetime, even a short one', async () => {
    lifetimeMs = MINUTE_MS;
    await current();
    nowMs = 0.89 * MINUTE_MS;
    expect(await current()).toBe('token-1');
    nowMs = 0.9 * MINUTE_MS;
    expect(await current()).toBe('token-2');
  });

  it('is fetched once for concurrent callers', async () => {
    expect(await Promise.all([current(), current(), current()])).toEqual(
      Array.from({ length: 3 }, () => 'token-1'),
    );
    expect(issued).toBe(1);
  });

  it('is used until it expires while no new one can be fetched', async () => {
    await current();
    issuerIsDown = true;
    nowMs = HOUR_MS - 1;
    expect(await current()).toBe('token-1');
    nowMs = HOUR_MS;
    await expect(current()).rejects.toThrow('the issuer is down');
  });

  it('is replaced once after two requests with 401', async () => {
    const rejected = await current();

    const others = await Promise.all([
      cache.replace(rejected, NO_DEADLINE),
      cache.replace(rejected, NO_DEADLINE),
    ]);
    expect([...others, await cache.replace(rejected, NO_DEADLINE)]).toEqual(
      Array.from({ length: 3 }, () => 'token-2'),
    );
  });

  it('is not awaited beyond the deadline, and is fetched again by the next caller', async () => {
    const tokens = [new Promise<Token>(() => {}), issue()];
    cache = new TokenCache(
      () => tokens.shift() ?? issue(),
      () => nowMs,
    );
    const deadline = new AbortController();
    const waiting = cache.current(deadline.signal);
    deadline.abort(new Error('too late'));

    await expect(waiting).rejects.toThrow('too late');
    expect(await current()).toBe('token-1');
  });
});
