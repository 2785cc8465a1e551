import { describe, expect, it } from '@jest/globals';
import { freshnessHeaders, type ResponseMetadata } from './freshness-headers.js';
import { jitterMs } from './jitter.js';

const LOADED = Date.UTC(2026, 0, 1, 12);
const ENTRY = {
  loadedAtMs: LOADED,
  freshUntilMs: LOADED + 600_000,
  staleUntilMs: LOADED + 900_000,
  deadAtMs: LOADED + 22_500_000,
};

const METADATA: Omit<ResponseMetadata, 'result' | 'nowMs'> = {
  cacheName: 'mfapi',
  watch: 'watch-1',
  topic: 'conditions',
  entityTag: 'W/"abc"',
  lastModifiedMs: LOADED - 300_000,
  contentLanguage: 'fr',
  contentLocation: '/v1/conditions?lt=48.87&lg=2.3',
  vary: 'Accept, Accept-Language',
};

type State = Pick<ResponseMetadata['result'], 'freshness' | 'outcome'>;
const FRESH: State = { freshness: 'fresh', outcome: 'hit' };

const headersAt = (
  ageMs: number,
  state: State = FRESH,
  other: Partial<ResponseMetadata> = {},
): Record<string, string> =>
  freshnessHeaders({
    ...METADATA,
    result: { entry: ENTRY, ...state },
    nowMs: LOADED + ageMs,
    ...other,
  });

function lifetimesOf({ 'cache-control': field = '' }: Record<string, string>): number[] {
  expect(field).toMatch(/^private, max-age=[1-9]\d*, stale-if-error=\d+$/);
  return [...field.matchAll(/=(\d+)/g)].map(([, seconds]) => Number(seconds));
}

/** The client with the smallest jitter. */
const MIN_JITTER_CLIENT = Array.from({ length: 10_000 }, (_, n) => `watch-${n}`).reduce((a, b) =>
  jitterMs(a, 'conditions', 600_000) <= jitterMs(b, 'conditions', 600_000) ? a : b,
);

describe('freshness headers', () => {
  it('have all fields that a client needs to cache the response', () => {
    const wait = Math.ceil((376_000 + jitterMs('watch-1', 'conditions', 600_000)) / 1_000);

    expect(headersAt(224_000)).toEqual({
      'cache-control': `private, max-age=${wait}, stale-if-error=${22_276 - wait}`,
      'cache-status': 'mfapi; hit; ttl=376',
      'content-language': 'fr',
      'content-location': '/v1/conditions?lt=48.87&lg=2.3',
      etag: 'W/"abc"',
      'last-modified': 'Thu, 01 Jan 2026 11:55:00 GMT',
      vary: 'Accept, Accept-Language',
    });
  });

  it('omit an unknown language and an unknown modification time', () => {
    const headers = headersAt(0, FRESH, { contentLanguage: undefined, lastModifiedMs: null });

    expect(headers).not.toHaveProperty('content-language');
    expect(headers).not.toHaveProperty('last-modified');
  });

  it('never have a Last-Modified in the future', () => {
    expect(headersAt(0, FRESH, { lastModifiedMs: LOADED + 60_000 })).toMatchObject({
      'last-modified': 'Thu, 01 Jan 2026 12:00:00 GMT',
    });
  });
});

describe('Cache-Status', () => {
  it.each<[number, State, string]>([
    [0, FRESH, 'mfapi; hit; ttl=600'],
    [599_999, FRESH, 'mfapi; hit; ttl=0'],
    [600_001, { freshness: 'stale', outcome: 'hit' }, 'mfapi; hit; ttl=-1'],
    [1_012_000, { freshness: 'expired', outcome: 'hit' }, 'mfapi; hit; ttl=-412'],
    [5, { freshness: 'fresh', outcome: 'miss' }, 'mfapi; fwd=miss; stored'],
    [5, { freshness: 'fresh', outcome: 'waited' }, 'mfapi; fwd=miss; collapsed'],
    // The record expired after it was read.
    [600_000, FRESH, 'mfapi; hit; ttl=0'],
    [601_500, FRESH, 'mfapi; hit; ttl=0'],
    // A record of the future, whose age is unknown.
    [-60_000, { freshness: 'expired', outcome: 'hit' }, 'mfapi; hit; ttl=-1'],
    [600_000, { freshness: 'stale', outcome: 'hit' }, 'mfapi; hit; ttl=-1'],
    // A part of the response was loaded, another one is an old copy.
    [1_012_000, { freshness: 'expired', outcome: 'miss' }, 'mfapi; hit; ttl=-412'],
    [700_000, { freshness: 'stale', outcome: 'waited' }, 'mfapi; hit; ttl=-100'],
  ])('%d ms after the load, %j, is %s', (ageMs, state, field) => {
    expect(headersAt(ageMs, state)['cache-status']).toBe(field);
  });
});

describe('max-age', () => {
  it('ends at the same time for a client, independent of the time of its request', () => {
    const backAt = [0, 60_000, 599_000].map((ageMs) => {
      const [maxAge = 0] = lifetimesOf(headersAt(ageMs));
      return ageMs / 1_000 + maxAge;
    });

    expect(new Set(backAt).size).toBe(1);
    expect(backAt[0]).toBeGreaterThanOrEqual(600);
    expect(backAt[0]).toBeLessThanOrEqual(900);
  });

  it('is at least a second', () => {
    const [maxAge] = lifetimesOf(headersAt(599_999, FRESH, { watch: MIN_JITTER_CLIENT }));

    expect(maxAge).toBe(1);
  });

  it.each<State['freshness']>(['stale', 'expired'])(
    'of a %s entry is a minute plus a jitter',
    (freshness) => {
      const state: State = { freshness, outcome: 'hit' };
      const waits = Array.from({ length: 1_000 }, (_, n) => {
        const [maxAge = 0] = lifetimesOf(headersAt(1_000_000, state, { watch: `watch-${n}` }));
        return maxAge;
      });

      expect(Math.min(...waits)).toBeGreaterThanOrEqual(60);
      expect(Math.min(...waits)).toBeLessThan(65);
      expect(Math.max(...waits)).toBeGreaterThan(355);
      expect(Math.max(...waits)).toBeLessThanOrEqual(360);
    },
  );
});

describe('stale-if-error', () => {
  it('starts at the end of max-age, and ends when the record is dead', () => {
    for (const ageMs of [0, 300_000, 599_999]) {
      const [maxAge = 0, staleIfError = 0] = lifetimesOf(headersAt(ageMs));
      expect(maxAge + staleIfError).toBe(Math.floor((22_500_000 - ageMs) / 1_000));
    }
  });

  it('is 0 when max-age ends after the record is dead', () => {
    const [, staleIfError] = lifetimesOf(
      headersAt(22_499_000, { freshness: 'expired', outcome: 'hit' }),
    );

    expect(staleIfError).toBe(0);
  });
});
