import { describe, expect, it } from '@jest/globals';
import { lifetimeOf, type Lifetime } from './lifetime.js';

const NOW = Date.UTC(2026, 0, 1);
const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

interface Received {
  headers?: Record<string, string>;
  body?: object;
  random?: number;
}

const lifetime = ({ headers = {}, body = {}, random = 0 }: Received): Lifetime =>
  lifetimeOf({ headers: new Headers(headers), body, nowMs: NOW, random: () => random });

const waitOf = (received: Received): number => lifetime(received).nextRequestAtMs - NOW;

describe('the headers of a response', () => {
  const headers = {
    'cache-control': 'private, max-age=643, stale-if-error=21500',
    'last-modified': 'Wed, 31 Dec 2025 23:50:00 GMT',
    'cache-status': 'mfapi; hit; ttl=376',
  };

  it('define the time of the next request and of the end of use', () => {
    expect(lifetime({ headers, body: { expiresAt: '2027-01-01T00:00:00Z' }, random: 0.9 })).toEqual(
      {
        asOfMs: NOW - 10 * MINUTE,
        stale: false,
        nextRequestAtMs: NOW + 643 * SECOND,
        usableUntilMs: NOW + 22_143 * SECOND,
      },
    );
  });

  it('define whether the response is stale; for a 304 only the headers count', () => {
    const past = { ...headers, 'cache-status': 'mfapi; hit; ttl=-412' };

    expect(lifetime({ headers: past }).stale).toBe(true);
    expect(lifetime({ headers }).stale).toBe(false);
  });

  it('do not hide the stale flag in the body of a glance', () => {
    const withMiss = { ...headers, 'cache-status': 'mfapi; fwd=miss; stored' };

    expect(lifetime({ headers: withMiss, body: { s: 4 } }).stale).toBe(true);
    expect(lifetime({ headers: withMiss, body: { s: 0 } }).stale).toBe(false);
  });

  it.each(['private', 'max-age=', 'max-age=soon', 's-maxage=5'])(
    'are ignored without a valid max-age: %s',
    (field) => {
      expect(waitOf({ headers: { 'cache-control': field } })).toBe(10 * MINUTE);
    },
  );
});

describe('the body of a response whose headers are hidden', () => {
  it.each<[string, object]>([
    [
      'its full field names',
      { expiresAt: '2026-01-01T00:08:00Z', observedAt: '2025-12-31T23:55:00Z' },
    ],
    ['the short keys of a glance', { e: NOW / SECOND + 480, t: NOW / SECOND - 300 }],
  ])('defines the same times with %s', (_how, body) => {
    expect(lifetime({ body })).toMatchObject({
      asOfMs: NOW - 5 * MINUTE,
      nextRequestAtMs: NOW + 8 * MINUTE,
      usableUntilMs: NOW + 8 * MINUTE + 6 * HOUR,
    });
  });

  it.each([
    { stale: true, expiresAt: '2025-12-31T23:00:00Z' },
    { s: 1, e: NOW / SECOND - 3_600 },
  ])('that is stale is requested again in a minute', (body) => {
    expect(lifetime({ body }).stale).toBe(true);
    expect(waitOf({ body })).toBe(MINUTE);
  });

  it('gets jitter, because it expires for all watches at once', () => {
    const body = { expiresAt: '2026-01-01T00:08:00Z' };

    expect(waitOf({ body, random: 0.5 })).toBe(10.5 * MINUTE);
    expect(waitOf({ body, random: 0.999 })).toBeLessThan(13 * MINUTE);
  });

  it('has a maximum lifetime for a watch whose clock is years behind', () => {
    expect(waitOf({ body: { expiresAt: '2030-01-01T00:00:00Z' } })).toBe(6 * HOUR);
  });

  it('is used for ten minutes without any times', () => {
    expect(lifetime({ body: { uvidx: 1 } })).toMatchObject({
      asOfMs: NOW,
      nextRequestAtMs: NOW + 10 * MINUTE,
    });
  });
});

describe('the body of a response for several places whose headers are hidden', () => {
  const fresh = { t: NOW / SECOND - 60, e: NOW / SECOND + 500, s: 0 };
  const stale = { t: NOW / SECOND - 900, e: NOW / SECOND - 100, s: 1 };
  const failed = { status: 503, problem: {}, retryAfterSeconds: 90 };

  it('defines the time of the next request by the place that changes first', () => {
    expect(waitOf({ body: [{ status: 200, glance: fresh }, failed] })).toBe(90 * SECOND);
    expect(waitOf({ body: [{ status: 200, glance: fresh }, { status: 404 }] })).toBe(500 * SECOND);
    expect(waitOf({ body: [failed] })).toBe(90 * SECOND);
  });

  it('is as old, and as stale, as its oldest glance', () => {
    const entries = [fresh, stale].map((glance) => ({ status: 200, glance }));

    expect(lifetime({ body: entries })).toMatchObject({ asOfMs: NOW - 900 * SECOND, stale: true });
    expect(lifetime({ body: [{ status: 200, glance: fresh }] }).stale).toBe(false);
  });
});
