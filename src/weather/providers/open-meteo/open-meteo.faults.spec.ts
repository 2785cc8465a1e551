import { inspect } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { toProviderError } from './open-meteo.faults.js';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** 12:34:56 UTC. */
const NOON_MS = Date.UTC(2026, 0, 1, 12, 34, 56);
const LATE_MS = Date.UTC(2026, 0, 1, 23, 34, 56);

const refused = (status: number, reason?: unknown, nowMs = NOON_MS) =>
  toProviderError({ status, body: { error: true, reason }, retryAfterMs: undefined }, nowMs);

describe('toProviderError of Open-Meteo', () => {
  it.each([
    [400, 'Cannot initialize ForecastVariable from invalid String value', 'rejected'],
    [400, 'Latitude must be in range of -90 to 90°. Given: 91.0.', 'rejected'],
    [400, 'Invalid timezone', 'rejected'],
    [400, 'The supplied API key is invalid.', 'unauthorized'],
    [401, 'API key required. Please add &apikey= to the URL.', 'unauthorized'],
    [403, 'Forbidden', 'forbidden'],
    [404, 'Not Found', 'malformed'],
    [408, undefined, 'timeout'],
    [429, 'Daily API request limit exceeded. Please try again tomorrow.', 'quota'],
    [500, 'Internal Server Error', 'failing'],
    [502, undefined, 'failing'],
    [302, undefined, 'malformed'],
  ])('maps %d "%s" to %s', (status, reason, fault) => {
    expect(refused(status, reason).fault).toBe(fault);
  });

  it.each([
    [400, 'rejected'],
    [401, 'unauthorized'],
    [429, 'quota'],
    [503, 'failing'],
  ])('maps %d to %s when the body gives no reason', (status, fault) => {
    for (const body of [undefined, null, '', '<html>', true, 5, [], {}, { reason: { a: 1 } }]) {
      const error = toProviderError({ status, body, retryAfterMs: undefined }, NOON_MS);
      expect(error).toMatchObject({ fault, retryAfterMs: undefined });
    }
  });

  it('does not repeat the reason, which may quote the position', () => {
    const error = refused(400, 'Latitude must be in range of -90 to 90°. Given: 48.875.');

    expect(inspect(error, { depth: Infinity, showHidden: true })).not.toContain('48.875');
    expect(error.message).toBe('status 400');
  });
});

describe('toProviderError of Open-Meteo: an exhausted limit', () => {
  it.each([
    ['Minutely API request limit exceeded. Please try again in one minute.', NOON_MS, MINUTE_MS],
    ['Hourly API request limit exceeded. Please try again in the next hour.', NOON_MS, 1_564_000],
    ['Daily API request limit exceeded. Please try again tomorrow.', NOON_MS, HOUR_MS],
    ['Daily API request limit exceeded. Please try again tomorrow.', LATE_MS, 1_564_000],
    ['DAILY LIMIT', LATE_MS, 1_564_000],
    ['Hourly limit', Date.UTC(2026, 0, 1), HOUR_MS],
  ])('with the reason "%s" at %d waits %d ms', (reason, nowMs, waitMs) => {
    expect(refused(429, reason, nowMs).retryAfterMs).toBe(waitMs);
  });

  it('has no wait of its own when the reason names no period', () => {
    expect(refused(429, 'Too many concurrent requests').retryAfterMs).toBeUndefined();
  });

  it('prefers Retry-After to the reason', () => {
    const body = { error: true, reason: 'Daily API request limit exceeded.' };

    expect(toProviderError({ status: 429, body, retryAfterMs: 5_000 }, NOON_MS)).toMatchObject({
      fault: 'quota',
      retryAfterMs: 5_000,
    });
  });

  it('sets no wait when a status other than 429 mentions a period', () => {
    expect(refused(400, 'Daily variables need a timezone').retryAfterMs).toBeUndefined();
  });
});
