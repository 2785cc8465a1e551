import { inspect } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { MINUTECAST_RULES, toProviderError } from './accwea.faults.js';
import { refusals } from './testing/accwea.fixtures.js';

const KEY = 'hunter2';

const faultOf = (status: number, body: unknown): string =>
  toProviderError({ status, body, retryAfterMs: undefined }).fault;

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
};

describe('toProviderError of AccuWeather', () => {
  it.each([
    [400, '400', 'Invalid location key: 1', 'unknown-place'],
    [400, '400', 'INVALID LOCATION KEY', 'unknown-place'],
    [400, 'BadRequest', 'Invalid language', 'rejected'],
    [401, 'Unauthorized', 'Api Authorization failed', 'unauthorized'],
    [401, 'Whatever', 'API authorization failed', 'unauthorized'],
    [403, 'Unauthorized', 'Api Authorization failed', 'unauthorized'],
    [403, '403', 'API authorization failed', 'unauthorized'],
    [403, 'Forbidden', 'Your plan does not hold this', 'forbidden'],
    [429, 'TooManyRequests', 'Slow down', 'quota'],
    [503, 'ServiceUnavailable', 'The allowed number of requests has been exceeded.', 'quota'],
    [503, 'ServiceUnavailable', 'Under repair', 'failing'],
    [500, '500', 'Oops', 'failing'],
    [502, '502', 'Bad gateway', 'failing'],
    [408, '408', 'Timeout', 'timeout'],
    [302, '', '', 'malformed'],
    [204, '', '', 'malformed'],
    [418, '418', 'Teapot', 'malformed'],
  ])('maps %d %s "%s" to %s in both JSON formats', (status, code, message, fault) => {
    const { legacy, 'problem+json': problem } = refusals(code, message, KEY) as {
      legacy: string;
      'problem+json': string;
    };

    expect(faultOf(status, parsed(legacy))).toBe(fault);
    expect(faultOf(status, parsed(problem))).toBe(fault);
  });

  it.each([
    [400, 'rejected'],
    [401, 'unauthorized'],
    [403, 'forbidden'],
    [429, 'quota'],
    [500, 'failing'],
    [503, 'failing'],
  ])('maps %d to %s when the body gives no reason', (status, fault) => {
    const bodies = [undefined, null, '', 'HTML', true, 5, [], {}, { Code: null, Message: 7 }];
    for (const body of bodies) expect(faultOf(status, body)).toBe(fault);
  });

  it('accepts a body that cannot be converted to text', () => {
    expect(faultOf(503, { Code: { toString: 1, valueOf: 1 }, Message: [[]] })).toBe('failing');
  });

  it('passes on Retry-After', () => {
    const error = toProviderError({ status: 429, body: undefined, retryAfterMs: 5_000 });

    expect(error.retryAfterMs).toBe(5_000);
  });

  it.each([
    [undefined, 900_000],
    [5_000, 5_000],
  ])(
    'waits a quarter of an hour after an exhausted daily quota unless Retry-After is given (%p): %d ms',
    (retryAfter, ms) => {
      const body = { Message: 'The allowed number of requests has been exceeded.' };

      expect(toProviderError({ status: 503, body, retryAfterMs: retryAfter }).retryAfterMs).toBe(
        ms,
      );
    },
  );

  it.each(Object.entries(refusals('Unauthorized', `Bad key ${KEY}`, KEY)))(
    'does not repeat the key from a body in %s',
    (_dialect, text) => {
      for (const body of [text, parsed(text)]) {
        const error = toProviderError({ status: 401, body, retryAfterMs: undefined });
        expect(inspect(error, { depth: Infinity, showHidden: true })).not.toContain(KEY);
        expect(String(error.stack)).not.toContain(KEY);
      }
    },
  );
});

describe('toProviderError of MinuteCast', () => {
  it.each([
    [400, 'Invalid geoposition', 'not-covered'],
    [400, 'Invalid location key: 48.87', 'not-covered'],
    [401, 'Api Authorization failed', 'unauthorized'],
    [403, 'Your plan does not hold this', 'forbidden'],
    [429, 'Slow down', 'product-quota'],
    [503, 'The allowed number of requests has been exceeded.', 'product-quota'],
    [503, 'Under repair', 'failing'],
  ])('maps %d "%s" to %s', (status, Message, fault) => {
    const response = { status, body: { Code: String(status), Message }, retryAfterMs: undefined };
    expect(toProviderError(response, MINUTECAST_RULES).fault).toBe(fault);
  });
});
