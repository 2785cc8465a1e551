import { beforeEach, describe, expect, it } from '@jest/globals';
import { TokenHolder, type Token } from './token-holder.js';

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
const NO_END = new AbortController().signal;

describe('the token of a watch', () => {
  let nowMs: number;
  let lifeMs: number;
  let issued: number;
  let issuerIsDown: boolean;
  let holder: TokenHolder;

  beforeEach(() => {
    [nowMs, lifeMs, issued, issuerIsDown] = [0, HOUR_MS, 0, false];
    holder = new TokenHolder(issue, () => nowMs);
  });

  async function issue(): Promise<Token> {
    if (issuerIsDown) throw new Error('the issuer is down');
    issued += 1;
    return { value: `token-${issued}`, expiresAtMs: nowMs + lifeMs };
  }

  const current = (): Promise<string> => holder.current(NO_END);

  it('is used until shortly before it expires', async () => {
    await current();
    nowMs = HOUR_MS - MINUTE_MS - 1;
    expect(await current()).toBe('token-1');
    nowMs += 1;
    expect(await current()).toBe('token-2');
  });

  it('is used for most of its lifetime, even a short one', async () => {
    lifeMs = MINUTE_MS;
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
    const refused = await current();

    const others = await Promise.all([
      holder.insteadOf(refused, NO_END),
      holder.insteadOf(refused, NO_END),
    ]);
    expect([...others, await holder.insteadOf(refused, NO_END)]).toEqual(
      Array.from({ length: 3 }, () => 'token-2'),
    );
  });

  it('is not awaited beyond the deadline, and is fetched again by the next caller', async () => {
    const answers = [new Promise<Token>(() => {}), issue()];
    holder = new TokenHolder(
      () => answers.shift() ?? issue(),
      () => nowMs,
    );
    const deadline = new AbortController();
    const waiting = holder.current(deadline.signal);
    deadline.abort(new Error('too late'));

    await expect(waiting).rejects.toThrow('too late');
    expect(await current()).toBe('token-1');
  });
});
