import { describe, expect, it } from '@jest/globals';
import { noResponse, type Failure } from '../http/http-result.js';
import { retryDelayMs } from './retry-delay.js';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const [MIN_RANDOM, MAX_RANDOM] = [() => 0, () => 0.999_999];
const NO_NETWORK = noResponse('unreachable', new Error('no network'));

const failure = (changes: Partial<Failure>): Failure => ({ ...NO_NETWORK, ...changes });

describe('the retry delay', () => {
  it.each([
    [1, 15, 30],
    [2, 30, 60],
    [3, 60, 120],
    [6, 450, 900],
    [1_100, 450, 900],
  ])('after %d consecutive failures is between %d and %d seconds', (failuresInARow, from, to) => {
    expect(retryDelayMs(NO_NETWORK, failuresInARow, MIN_RANDOM)).toBe(from * SECOND);
    expect(Math.round(retryDelayMs(NO_NETWORK, failuresInARow, MAX_RANDOM))).toBe(to * SECOND);
  });

  it('is never shorter than Retry-After', () => {
    const busy = failure({ status: 429, retryAfterMs: 31 * SECOND });

    expect(retryDelayMs(busy, 9, MIN_RANDOM)).toBe(31 * SECOND);
    expect(retryDelayMs(busy, 9, MAX_RANDOM)).toBeLessThan(46.6 * SECOND);
  });

  it.each([400, 403, 404])('is an hour after the client error %d', (status) => {
    expect(retryDelayMs(failure({ status }), 1, MIN_RANDOM)).toBe(60 * MINUTE);
  });
});
