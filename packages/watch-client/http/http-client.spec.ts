import { beforeEach, describe, expect, it } from '@jest/globals';
import { okResponse, FakeService, problemResponse } from '../testing/fake-service.js';
import type { Fetch, FetchOptions } from './fetch.js';
import { HttpClient } from './http-client.js';
import type { HttpResult } from './http-result.js';
import { TokenCache, type TokenSource } from './token-cache.js';

const REQUEST = { path: '/uvidx?lt=1&lg=2', accept: 'application/json' };
const UNAUTHENTICATED = problemResponse(401, 'unauthenticated');

let service: FakeService;
let issued: number;

beforeEach(() => {
  service = new FakeService();
  issued = 0;
});

const issue: TokenSource = async () => {
  issued += 1;
  return { value: `token-${issued}`, expiresAtMs: 3_600_000 };
};

const now = (): number => 0;

interface Options {
  token?: TokenSource;
  fetch?: Fetch;
  timeoutMs?: number;
}

function get({
  token = issue,
  fetch = service.fetch,
  timeoutMs = 10_000,
}: Options = {}): Promise<HttpResult> {
  const options = { baseUrl: 'https://weather.example', fetch, timeoutMs, now };
  return new HttpClient(options, new TokenCache(token, now)).get(REQUEST, null);
}

const tokens = (): (string | null)[] =>
  service.requests.map(({ headers }) => headers.get('authorization'));

/** A response that never arrives. */
const never = (signal: AbortSignal): Promise<never> =>
  new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error));
  });

describe('a request to the service', () => {
  it('calls fetch without a receiver, because browsers reject any other than the window', async () => {
    service.respondWith(okResponse({ uvidx: 7 }));
    const receivers: unknown[] = [];
    async function asInBrowsers(this: unknown, url: string, options: FetchOptions) {
      receivers.push(this);
      return service.fetch(url, options);
    }

    expect(await get({ fetch: asInBrowsers })).toMatchObject({ kind: 'ok' });
    expect(receivers).toEqual([undefined]);
  });

  it('is repeated with a new token after a 401', async () => {
    service.respondWith(UNAUTHENTICATED, okResponse({ uvidx: 7 }));

    expect(await get()).toMatchObject({ kind: 'ok', body: { uvidx: 7 } });
    expect(tokens()).toEqual(['Bearer token-1', 'Bearer token-2']);
  });

  it('is not repeated after a second 401', async () => {
    service.respondWith(UNAUTHENTICATED);

    expect(await get()).toMatchObject({ kind: 'failure', code: 'unauthenticated', status: 401 });
    expect(tokens()).toHaveLength(2);
  });

  it('is not sent without a token', async () => {
    const cause = new Error('the issuer is down');
    const failing: TokenSource = () => Promise.reject(cause);

    expect(await get({ token: failing })).toMatchObject({ code: 'no-token', status: null, cause });
    expect(service.requests).toHaveLength(0);
  });

  it('times out when the service hangs', async () => {
    service.respondWith(never);

    expect(await get({ timeoutMs: 1 })).toMatchObject({
      code: 'unreachable',
      cause: { name: 'TimeoutError' },
    });
  });

  it('times out when the body does not end', async () => {
    service.respondWith(async (signal) => {
      const endless = new ReadableStream({
        start: (stream) => signal.addEventListener('abort', () => stream.error(signal.reason)),
      });
      return new Response(endless);
    });

    expect(await get({ timeoutMs: 1 })).toMatchObject({ code: 'unreachable' });
  });

  it('times out when the issuer hangs', async () => {
    expect(await get({ token: () => new Promise(() => {}), timeoutMs: 1 })).toMatchObject({
      code: 'no-token',
      cause: { name: 'TimeoutError' },
    });
  });
});
