import { once } from 'node:events';
import { request, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { World } from './support/world.js';

const AT = 'lt=48.8705&lg=2.3049';
const HOURS = `/v1/forecast/hourly?${AT}&hours=24`;

let world: World;

beforeAll(async () => {
  world = await World.start({ now: () => Date.now() });
});
afterAll(() => (world as World | undefined)?.stop());

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly bytes: Buffer;
}

/** Unlike fetch, sends no Accept-Encoding of its own, and leaves the body as it is. */
async function get(
  path: string,
  headers: Record<string, string> = {},
  method = 'GET',
): Promise<Answer> {
  const outgoing = request(world.api.url + path, {
    method,
    headers: { authorization: `Bearer ${world.token}`, ...headers },
    agent: false,
  });
  outgoing.end();
  const [answer] = (await once(outgoing, 'response')) as [IncomingMessage];
  const chunks: Buffer[] = [];
  for await (const chunk of answer) chunks.push(chunk as Buffer);
  return {
    status: answer.statusCode ?? 0,
    headers: answer.headers,
    bytes: Buffer.concat(chunks),
  };
}

const GZIP = { 'accept-encoding': 'gzip' };

describe('a body of more than 1 kB', () => {
  it('is sent in gzip on request, in a fifth of its bytes, with the same tag', async () => {
    const [plain, gzip] = [await get(HOURS), await get(HOURS, GZIP)];

    expect(gzip.headers['content-encoding']).toBe('gzip');
    expect(gzip.headers['content-length']).toBe(String(gzip.bytes.length));
    expect(gunzipSync(gzip.bytes).toString()).toBe(plain.bytes.toString());
    expect(gzip.bytes.length).toBeLessThan(plain.bytes.length / 5);
    expect(gzip.headers.etag).toBe(plain.headers.etag);
    expect(gzip.headers.etag).toMatch(/^W\//);
  });

  it('varies by Accept-Encoding, compressed or not, also in a 304', async () => {
    const tag = { 'if-none-match': (await get(HOURS)).headers.etag ?? '' };
    for (const headers of [{}, GZIP]) {
      const [whole, unchanged] = [
        await get(HOURS, headers),
        await get(HOURS, { ...headers, ...tag }),
      ];

      expect(whole.headers.vary).toBe('Accept, Accept-Language, Accept-Encoding');
      expect(unchanged).toMatchObject({ status: 304, headers: { vary: whole.headers.vary } });
      expect(unchanged.headers).not.toHaveProperty('content-encoding');
      expect(unchanged.bytes).toHaveLength(0);
    }
  });

  it('has the same headers in the answer to HEAD', async () => {
    const [whole, head] = [await get(HOURS, GZIP), await get(HOURS, GZIP, 'HEAD')];

    expect(head.bytes).toHaveLength(0);
    for (const name of ['content-encoding', 'content-length', 'vary', 'etag']) {
      expect([name, head.headers[name]]).toEqual([name, whole.headers[name]]);
    }
  });

  it.each([
    ['gzip, deflate, br', 'gzip'],
    ['*', 'gzip'],
    ['identity;q=0, *', 'gzip'],
    ['gzip;q=0', undefined],
    ['gzip;q=0, *', undefined],
    ['identity', undefined],
    ['identity;q=0', undefined],
    ['br', undefined],
    ['', undefined],
  ])('for Accept-Encoding "%s" is in %s', async (field, coding) => {
    const { status, headers } = await get(HOURS, { 'accept-encoding': field });

    expect([status, headers['content-encoding']]).toEqual([200, coding]);
  });

  it('may be the documentation', async () => {
    for (const path of ['/openapi.json', '/openapi.yaml', '/docs']) {
      const [plain, gzip] = [await get(path), await get(path, GZIP)];

      expect([path, gzip.headers['content-encoding']]).toEqual([path, 'gzip']);
      expect(gunzipSync(gzip.bytes).equals(plain.bytes)).toBe(true);
    }
  });
});

describe('a shorter body', () => {
  it.each([`/prcpt?${AT}`, `/uvidx?${AT}`, `/v1/glance?${AT}`, '/', '/nothing'])(
    'is sent as it is: %s',
    async (path) => {
      const { headers } = await get(path, GZIP);

      expect(headers).not.toHaveProperty('content-encoding');
      expect(headers.vary ?? '').not.toContain('Accept-Encoding');
    },
  );
});
