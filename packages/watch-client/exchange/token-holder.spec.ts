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

  it('serves until shortly before it expires', async () => {
    await current();
    nowMs = HOUR_MS - MINUTE_MS - 1;
    expect(await current()).toBe('token-1');
    nowMs += 1;
    expect(await current()).toBe('token-2');
  });

  it('serves for most of its life however short that is', async () => {
    lifeMs = MINUTE_MS;
    await current();
    nowMs = 0.89 * MINUTE_MS;
    expect(await current()).toBe('token-1');
    nowMs = 0.9 * MINUTE_MS;
    expect(await current()).toBe('token-2');
  });

  it('is fetched once for all who wait for it', async () => {
    expect(await Promise.all([current(), current(), current()])).toEqual(
      Array.from({ length: 3 }, () => 'token-1'),
    );
    expect(issued).toBe(1);
  });

  it('serves to its very end while there is no next one', async () => {
    await current();
    issuerIsDown = true;
    nowMs = HOUR_MS - 1;
    expect(await current()).toBe('token-1');
    nowMs = HOUR_MS;
    await expect(current()).rejects.toThrow('the issuer is down');
  });

  it('is replaced once when two questions find it refused', async () => {
    const refused = await current();

    const others = await Promise.all([
      holder.insteadOf(refused, NO_END),
      holder.insteadOf(refused, NO_END),
    ]);
    expect([...others, await holder.insteadOf(refused, NO_END)]).toEqual(
      Array.from({ length: 3 }, () => 'token-2'),
    );
  });

  it('is not waited for beyond the deadline, and is asked for anew by the next', async () => {
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
