import { describe, expect, it } from '@jest/globals';
import { exchangeText, type Exchange } from './exchange-text.js';

const HIT: Exchange = {
  status: 200,
  cacheStatus: 'mfapi; hit; ttl=376',
  bodyBytes: 187,
  durationMs: 3.6,
};
const text = (changes: Partial<Exchange> = {}): string => exchangeText({ ...HIT, ...changes });

describe('the text of an exchange', () => {
  it('tells a hit from a miss and from a stale copy', () => {
    expect(text()).toBe('187 B · hit · 4 ms');
    expect(text({ cacheStatus: 'mfapi; fwd=miss; stored' })).toBe('187 B · miss · 4 ms');
    expect(text({ cacheStatus: 'mfapi; hit; ttl=-12' })).toBe('187 B · stale · 4 ms');
  });

  it('shows any other status than 200 as it is', () => {
    expect(text({ status: 304, bodyBytes: 0 })).toBe('0 B · 304 · 4 ms');
    expect(text({ status: 503, cacheStatus: null })).toBe('187 B · 503 · 4 ms');
  });
});
