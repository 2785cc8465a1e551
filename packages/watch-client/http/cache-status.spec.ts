import { describe, expect, it } from '@jest/globals';
import { cacheOutcome } from './cache-status.js';

describe('cacheOutcome', () => {
  it.each([
    ['mfapi; hit; ttl=650', 'hit'],
    ['mfapi; hit; ttl=0', 'hit'],
    ['mfapi; hit; ttl=-1', 'stale'],
    ['mfapi;hit;ttl=-120', 'stale'],
    ['mfapi; fwd=miss; stored', 'miss'],
    ['mfapi; fwd=miss; collapsed', 'miss'],
    ['mfapi', null],
    ['', null],
    [null, null],
  ])('reads %j as %j', (header, outcome) => {
    expect(cacheOutcome(header)).toBe(outcome);
  });
});
