import { beforeEach, describe, expect, it } from '@jest/globals';
import { RequestCounter } from './request-counter.js';

const MINUTE = 60_000;

let counter: RequestCounter;

beforeEach(() => {
  counter = new RequestCounter(MINUTE, 3);
});

describe('RequestCounter', () => {
  it('counts in a window from the first request', () => {
    counter.count('ann', 5);

    expect(counter.count('ann', MINUTE + 4)).toEqual({ used: 2, endsAtMs: MINUTE + 5 });
    expect(counter.count('ann', MINUTE + 5)).toEqual({ used: 1, endsAtMs: 2 * MINUTE + 5 });
  });

  it('counts each user separately', () => {
    counter.count('ann', 0);
    counter.count('ann', 0);

    expect(counter.count('bob', 0).used).toBe(1);
    expect(counter.count('ann', 0).used).toBe(3);
  });

  it('starts a new window after the clock was set back', () => {
    counter.count('ann', 10 * MINUTE);

    expect(counter.count('ann', MINUTE)).toEqual({ used: 1, endsAtMs: 2 * MINUTE });
  });
});

describe('the memory of RequestCounter', () => {
  it('is bounded and evicts the least recently seen user', () => {
    for (const user of ['ann', 'bob', 'ann', 'cid', 'dan']) counter.count(user, 0);

    expect(counter.count('ann', 0).used).toBe(3);
    expect(counter.count('bob', 0).used).toBe(1);
  });
});
