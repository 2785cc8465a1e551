import { gzipSync } from 'node:zlib';
import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ProviderError } from '../provider.error.js';
import type { ErrorResponse } from './error-response.js';
import { RESPONSE_LIMIT_BYTES } from './response-limits.js';
import { FakeUpstream } from './testing/fake-upstream.js';
import { createUpstreamClient } from './testing/create-upstream-client.js';
import type { UpstreamClient } from './upstream.client.js';
import type { UpstreamRequest } from './upstream-request.js';

const KEY = 'hunter2';
const HTML = '<html>we are <b>down</b></html>';

let upstream: FakeUpstream;
let client: UpstreamClient;

beforeEach(async () => {
  upstream = new FakeUpstream();
  await upstream.start();
  client = createUpstreamClient();
});
afterEach(() => upstream.stop());

const requestTo = (changes: Partial<UpstreamRequest<unknown>> = {}): UpstreamRequest<unknown> => ({
  operation: 'place',
  item: '48.875,2.305',
  url: `${upstream.url}/a/b`,
  parameters: { q: '48.875,2.305' },
  headers: { authorization: `Bearer ${KEY}` },
  priority: 'refresh',
  refuse: ({ status, retryAfterMs }) =>
    new ProviderError('failing', `status ${status}`, retryAfterMs),
  read: (body) => body,
  ...changes,
});

async function send(changes: Partial<UpstreamRequest<unknown>> = {}): Promise<unknown> {
  const { value } = await client.request(requestTo(changes));
  return value;
}

async function failureOf(changes: Partial<UpstreamRequest<unknown>> = {}): Promise<ProviderError> {
  const error: unknown = await send(changes).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(ProviderError);
  for (const hidden of [true, false]) {
    const printed = inspect(error, { depth: Infinity, showHidden: hidden });
    expect(printed).not.toContain(KEY);
    expect(printed).not.toContain('48.875');
  }
  return error as ProviderError;
}

describe('UpstreamClient.request', () => {
  it('accepts gzip', async () => {
    upstream.respondWith(gzipSync('{"a":1}'), { 'content-encoding': 'gzip' });

    expect(await send()).toEqual({ a: 1 });
    expect(upstream.requests[0]?.headers['accept-encoding']).toContain('gzip');
  });

  it('returns how long the response stays fresh', async () => {
    upstream.respondWith('[]', { 'cache-control': 'public, max-age=583' });

    expect(await client.request(requestTo())).toEqual({ value: [], expiresInMs: 583_000 });
  });

  it.each([
    ['null', null],
    ['[]', []],
    ['true', true],
    ['""', ''],
    ['\ufeff{"a":1}', { a: 1 }],
    ['', undefined],
    [' \n', undefined],
  ])('parses %j', async (body, expected) => {
    upstream.respondWith(body);

    expect(await send()).toEqual(expected);
  });
});

describe('UpstreamClient: a malformed response', () => {
  it.each([
    ['HTML', HTML],
    ['truncated JSON', '[{"EpochTime":17672'],
    ['two documents', '{}{}'],
    ['NaN', '{"Value":NaN}'],
    ['a null byte', '\0'],
  ])('is reported when it is %s', async (_name, body) => {
    upstream.respondWith(body);

    expect(await failureOf()).toMatchObject({ fault: 'malformed' });
    expect(upstream.requests).toHaveLength(1);
  });

  it('is reported when it claims to be gzip and is not', async () => {
    upstream.respondWith('{"a":1}', { 'content-encoding': 'gzip' });

    expect(await failureOf()).toMatchObject({ fault: 'malformed' });
  });

  it('is reported when its gzip is truncated', async () => {
    upstream.respondWith(gzipSync('{"a":1}').subarray(0, 15), { 'content-encoding': 'gzip' });

    expect(await failureOf()).toMatchObject({ fault: 'malformed' });
  });

  it('is reported when it has 50 MB, most of which is never read', async () => {
    let sentBytes = 0;
    upstream.handler = (response) => {
      const chunk = Buffer.alloc(64 * 1024, ' ');
      const send = (): void => {
        while (sentBytes < 50e6 && !response.destroyed) {
          sentBytes += chunk.length;
          if (!response.write(chunk)) return void response.once('drain', send);
        }
        response.end();
      };
      send();
    };

    expect(await failureOf()).toMatchObject({ fault: 'malformed' });
    expect(sentBytes).toBeLessThan(40e6);
  });

  it.each(Object.entries(RESPONSE_LIMIT_BYTES))(
    'is reported when that of %s has more than %d bytes',
    async (name, limitBytes) => {
      const operation = name as keyof typeof RESPONSE_LIMIT_BYTES;
      upstream.respondWith(JSON.stringify('x'.repeat(limitBytes - 2)));
      expect(await send({ operation })).toHaveLength(limitBytes - 2);

      upstream.respondWith(JSON.stringify('x'.repeat(limitBytes - 1)));
      expect(await failureOf({ operation })).toMatchObject({ fault: 'malformed' });
    },
  );

  it.each([
    ['brackets', '['.repeat(33) + ']'.repeat(33)],
    ['objects', '{"a":'.repeat(33) + '1' + '}'.repeat(33)],
    ['brackets up to the limit of its size', '['.repeat(60_000)],
  ])('is reported when it is nested too deep: %s', async (_what, body) => {
    upstream.respondWith(body);

    expect(await failureOf()).toMatchObject({ fault: 'malformed' });
  });

  it('is read when it is nested as deep as any', async () => {
    upstream.respondWith('['.repeat(32) + ']'.repeat(32));

    expect(await send({})).toBeDefined();
  });

  it('is reported when it decompresses to 50 MB', async () => {
    upstream.respondWith(gzipSync(Buffer.alloc(50e6, ' ')), { 'content-encoding': 'gzip' });

    expect(await failureOf()).toMatchObject({ fault: 'malformed' });
  });
});

it('UpstreamClient reports a bug in a reader and fails the call like any other failure', async () => {
  const bugs: unknown[] = [];
  const bug = new TypeError('cannot read 48.875');
  client = createUpstreamClient(undefined, (error) => bugs.push(error));
  const read = (): never => {
    throw bug;
  };
  const failed = await send({ read }).catch((error: unknown) => error);

  expect(bugs).toEqual([bug]);
  expect(failed).toMatchObject({ fault: 'malformed', message: 'the response could not be read' });
});

it('UpstreamClient does not report a response without weather as a bug', async () => {
  const bugs: unknown[] = [];
  client = createUpstreamClient(undefined, (error) => bugs.push(error));
  const noWeather = new ProviderError('malformed', 'no temperature');
  const read = (): never => {
    throw noWeather;
  };
  await expect(send({ read })).rejects.toMatchObject({ fault: 'malformed' });

  expect(bugs).toEqual([]);
});

describe('UpstreamClient: a failed call', () => {
  it.each([301, 302, 303, 307, 308])(
    'is reported for redirect %d, which is not followed',
    async (status) => {
      upstream.respondWith('', { status, location: '/elsewhere' });

      expect(await failureOf()).toMatchObject({ fault: 'failing', message: `status ${status}` });
      expect(upstream.requests).toHaveLength(1);
    },
  );

  it.each([204, 401, 404, 429, 500, 503])(
    'is reported for status %d after one call',
    async (status) => {
      upstream.respondWith('', { status, 'retry-after': 7 });

      expect(await failureOf()).toMatchObject({ message: `status ${status}`, retryAfterMs: 7_000 });
      expect(upstream.requests).toHaveLength(1);
    },
  );

  it.each([
    ['{"Code":"X"}', { Code: 'X' }],
    ['', null],
    [' ', null],
    [HTML, undefined],
  ])('is classified by the provider for an error response with %j', async (text, body) => {
    upstream.respondWith(text, { status: 403 });
    const refuse = (refusal: ErrorResponse): ProviderError => {
      expect(refusal).toEqual({ status: 403, body, retryAfterMs: undefined });
      return new ProviderError('forbidden', 'not in the plan');
    };

    expect(await failureOf({ refuse })).toMatchObject({ fault: 'forbidden' });
  });

  it('is not reported when the provider classifies the error response as empty', async () => {
    upstream.respondWith('{}', { status: 404 });

    expect(await send({ refuse: () => undefined })).toBeUndefined();
  });

  it('is reported when the connection is reset', async () => {
    upstream.handler = (_response, { socket }) => socket.resetAndDestroy();

    expect(await failureOf()).toMatchObject({ fault: 'network', message: 'ECONNRESET' });
    expect(upstream.requests).toHaveLength(1);
  });

  it.each(['identity', 'gzip'])(
    'is reported when the connection breaks within the body (%s)',
    async (encoding) => {
      upstream.handler = (response) => {
        const whole = JSON.stringify('x'.repeat(100_000));
        const body = encoding === 'gzip' ? gzipSync(whole) : whole;
        response.writeHead(200, { 'content-encoding': encoding, 'content-length': body.length });
        response.write(body.slice(0, 50), () => response.destroy());
      };

      expect(await failureOf()).toMatchObject({ fault: 'network' });
    },
  );

  it.each([
    [10, 'answered'],
    [11, 'malformed'],
  ])('after %d informational responses is %s', async (count, outcome) => {
    upstream.handler = (response) => {
      response.socket?.write('HTTP/1.1 103 Early Hints\r\nLink: <a>\r\n\r\n'.repeat(count));
      response.end('null');
    };
    const seen = await send({}).then(
      () => 'answered',
      (error: ProviderError) => error.fault,
    );
    expect(seen).toBe(outcome);
  });

  it('is reported when the connection is refused', async () => {
    const failure = await failureOf({ url: 'http://127.0.0.1:1' });

    expect(failure).toMatchObject({ fault: 'network', message: 'ECONNREFUSED' });
  });

  it('is reported when the response is not complete within two seconds', async () => {
    upstream.handler = (response, { url }) => {
      if (url?.startsWith('/slow/')) response.writeHead(200).write('[');
    };
    const startedMs = performance.now();
    const slow = failureOf({ url: `${upstream.url}/slow/` });

    for (const failure of await Promise.all([failureOf(), slow])) {
      expect(failure).toMatchObject({ fault: 'timeout' });
    }
    const tookMs = performance.now() - startedMs;
    expect(tookMs).toBeGreaterThan(1_900);
    expect(tookMs).toBeLessThan(3_000);
  });
});
