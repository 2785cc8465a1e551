import { inspect } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { toProviderError } from './accwea.faults.js';
import { refusals } from './testing/accwea-answers.js';

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

describe('a refusal', () => {
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
  ])('%d %s "%s" is %s, in both JSON dialects', (status, code, message, fault) => {
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
  ])('%d is %s when the body says nothing', (status, fault) => {
    const bodies = [undefined, null, '', 'HTML', true, 5, [], {}, { Code: null, Message: 7 }];
    for (const body of bodies) expect(faultOf(status, body)).toBe(fault);
  });

  it('may have a body that cannot be made text', () => {
    expect(faultOf(503, { Code: { toString: 1, valueOf: 1 }, Message: [[]] })).toBe('failing');
  });

  it('passes on how long the provider asks to be left alone', () => {
    const error = toProviderError({ status: 429, body: undefined, retryAfterMs: 5_000 });

    expect(error.retryAfterMs).toBe(5_000);
  });

  it.each([
    [undefined, 900_000],
    [5_000, 5_000],
  ])('that says the calls of a day are used up (%p) asks for a quarter of an hour', (told, ms) => {
    const body = { Message: 'The allowed number of requests has been exceeded.' };

    expect(toProviderError({ status: 503, body, retryAfterMs: told }).retryAfterMs).toBe(ms);
  });

  it.each(Object.entries(refusals('Unauthorized', `Bad key ${KEY}`, KEY)))(
    'in %s is told without the key',
    (_dialect, text) => {
      for (const body of [text, parsed(text)]) {
        const error = toProviderError({ status: 401, body, retryAfterMs: undefined });
        expect(inspect(error, { depth: Infinity, showHidden: true })).not.toContain(KEY);
        expect(String(error.stack)).not.toContain(KEY);
      }
    },
  );
});
