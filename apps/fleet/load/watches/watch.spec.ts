import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Fetch, FetchOptions } from '../../../../packages/watch-client/http/fetch.js';
import { Watch } from './watch.js';

type Response = Parameters<typeof responseOf>[0];

const FRESH = { 'cache-control': 'max-age=600', etag: 'W/"a"', 'content-type': 'application/json' };
const BODY = JSON.stringify({ v: 1 });

function responseOf({ status = 200, headers = {}, body = BODY }) {
  const fields = new Headers({ ...FRESH, ...headers });
  const bytes = new TextEncoder().encode(body);
  return { status, headers: fields, arrayBuffer: async () => bytes.buffer };
}

function watchOf(...responses: (Response | Error)[]) {
  const requests: FetchOptions[] = [];
  const fetch: Fetch = async (_url, options) => {
    requests.push(options);
    const response = responses.shift();
    if (!response || response instanceof Error) throw response ?? new Error('no more responses');
    return responseOf(response);
  };
  const watch = new Watch({
    baseUrl: 'http://service.test',
    token: async () => ({ value: 'token', expiresAtMs: Number.POSITIVE_INFINITY }),
    fetch,
    at: { latitude: 48.87, longitude: 2.3 },
    operation: 'conditions',
    timeoutMs: 1_000,
  });
  return { watch, requests };
}

const cacheStatus = (value: string): Response => ({ headers: { 'cache-status': value } });

describe('Watch', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('asks again at each wake-up, as if its copy had expired, and revalidates the copy', async () => {
    const { watch, requests } = watchOf(cacheStatus('mfapi; fwd=miss; stored'), {
      status: 304,
      ...cacheStatus('mfapi; hit; ttl=9'),
    });

    expect(await watch.wake()).toEqual({ kind: 'miss', code: null, notModified: false });
    expect(await watch.wake()).toEqual({ kind: 'hit', code: null, notModified: true });
    expect(requests.map(({ headers }) => headers['if-none-match'])).toEqual([undefined, 'W/"a"']);
  });

  it.each([
    ['mfapi; hit; ttl=-30', 'stale'],
    ['', 'unlabelled'],
  ])('tells an answer with Cache-Status %j as %s', async (header, kind) => {
    expect(await watchOf(cacheStatus(header)).watch.wake()).toMatchObject({ kind });
  });

  it('reports a failure once, and then waits as long as the client asks it to', async () => {
    const { watch, requests } = watchOf(new Error('refused'), cacheStatus('mfapi; hit; ttl=9'));

    expect(await watch.wake()).toMatchObject({ kind: 'error', code: 'unreachable' });
    expect(await watch.wake()).toMatchObject({ kind: 'notSent' });
    jest.advanceTimersByTime(60_000);
    expect(await watch.wake()).toMatchObject({ kind: 'hit' });
    expect(requests).toHaveLength(2);
  });

  it('counts a failed refresh as an error although the client still shows its copy', async () => {
    const { watch } = watchOf(cacheStatus('mfapi; hit; ttl=9'), new Error('refused'));
    await watch.wake();

    expect(await watch.wake()).toMatchObject({ kind: 'error', code: 'unreachable' });
  });

  it('sends no second request while the first is unanswered', async () => {
    const { watch, requests } = watchOf(cacheStatus('mfapi; hit; ttl=9'));
    const [first, second] = await Promise.all([watch.wake(), watch.wake()]);

    expect([first.kind, second.kind]).toEqual(['hit', 'notSent']);
    expect(requests).toHaveLength(1);
  });
});
