import { describe, expect, it } from '@jest/globals';
import { noAnswer, type Failure } from '../exchange/outcome.js';
import { waitAfter } from './wait-after.js';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const [LEAST, MOST] = [() => 0, () => 0.999_999];
const NO_NETWORK = noAnswer('unreachable', new Error('no network'));

const failure = (changes: Partial<Failure>): Failure => ({ ...NO_NETWORK, ...changes });

describe('the wait after a failure', () => {
  it.each([
    [1, 15, 30],
    [2, 30, 60],
    [3, 60, 120],
    [6, 450, 900],
    [1_100, 450, 900],
  ])('after failure %d in a row is from %d to %d seconds', (inARow, from, to) => {
    expect(waitAfter(NO_NETWORK, inARow, LEAST)).toBe(from * SECOND);
    expect(Math.round(waitAfter(NO_NETWORK, inARow, MOST))).toBe(to * SECOND);
  });

  it('is never shorter than Retry-After', () => {
    const busy = failure({ status: 429, retryAfterMs: 31 * SECOND });

    expect(waitAfter(busy, 9, LEAST)).toBe(31 * SECOND);
    expect(waitAfter(busy, 9, MOST)).toBeLessThan(46.6 * SECOND);
  });

  it.each([400, 403, 404])('is an hour after the client error %d', (status) => {
    expect(waitAfter(failure({ status }), 1, LEAST)).toBe(60 * MINUTE);
  });
});
