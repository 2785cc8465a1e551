import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ApiProcess } from './support/api-process.js';
import { sendRequest } from './support/http-client.js';
import { World } from './support/world.js';

const PAGE = 'https://app.example.com';
const OTHER_PAGE = 'http://localhost:8080';
const PARIS = '?lt=48.8705&lg=2.3049';

let world: World;
let closed: ApiProcess;

beforeAll(async () => {
  world = await World.start({
    environment: { CORS_ORIGINS: `${PAGE}, ${OTHER_PAGE}`, RATE_LIMIT_PER_MINUTE: '3' },
  });
  closed = await world.startApi({ CORS_ORIGINS: '' });
});
afterAll(() => (world as World | undefined)?.stop());

const send = (
  path: string,
  headers: Record<string, string>,
  { method = 'GET', api = world.api } = {},
) => sendRequest(api.url + path, { method, headers });

const tokenOf = async (user: `watch-${string}`) => `Bearer ${await world.tokenOf(user)}`;

describe('a page of an origin in CORS_ORIGINS', () => {
  it.each([PAGE, OTHER_PAGE])('may read an answer and its headers: %s', async (origin) => {
    const authorization = await tokenOf('watch-page');
    const { status, headers } = await send(`/prcpt${PARIS}`, { origin, authorization });

    expect(status).toBe(200);
    expect(headers['access-control-allow-origin']).toBe(origin);
    expect(headers['access-control-expose-headers']?.split(', ')).toEqual(
      expect.arrayContaining(
        ['ETag', 'Cache-Status', 'RateLimit', 'RateLimit-Policy', 'Retry-After'].concat([
          'Content-Location',
          'Link',
          'WWW-Authenticate',
          'X-Request-Id',
        ]),
      ),
    );
    expect(headers.vary?.split(', ')).toEqual(
      expect.arrayContaining(['Origin', 'Accept', 'Accept-Language']),
    );
    expect(headers).not.toHaveProperty('access-control-allow-credentials');
  });

  it('may send a GET with a token and an ETag, after one preflight that needs no token', async () => {
    const { status, headers } = await send(
      `/v1/glance${PARIS}`,
      {
        origin: PAGE,
        'access-control-request-method': 'GET',
        'access-control-request-headers': 'authorization,if-none-match',
      },
      { method: 'OPTIONS' },
    );

    expect(status).toBe(204);
    expect(headers).toMatchObject({
      'access-control-allow-origin': PAGE,
      'access-control-allow-methods': 'GET, HEAD',
      'access-control-max-age': '7200',
    });
    expect(headers['access-control-allow-headers']?.toLowerCase().split(', ')).toEqual(
      expect.arrayContaining(['authorization', 'if-none-match', 'if-modified-since']),
    );
  });

  it.each<[number, string, () => Promise<Record<string, string>>]>([
    [
      304,
      `/uvidx${PARIS}`,
      async () => ({ authorization: await tokenOf('watch-1'), 'if-none-match': '*' }),
    ],
    [400, '/prcpt', async () => ({ authorization: await tokenOf('watch-2') })],
    [401, `/prcpt${PARIS}`, () => Promise.resolve({})],
    [404, '/nothing', () => Promise.resolve({})],
    [414, `/${'a'.repeat(3_000)}`, () => Promise.resolve({})],
  ])('may read an answer with status %d', async (status, path, headersOf) => {
    const answer = await send(path, { origin: PAGE, ...(await headersOf()) });

    expect(answer.status).toBe(status);
    expect(answer.headers['access-control-allow-origin']).toBe(PAGE);
  });

  it('may read that there are too many requests, and that the weather is unavailable', async () => {
    const authorization = await tokenOf('watch-3');
    world.simulator.fault = { kind: '500' };
    const statuses = [];
    for (let n = 0; n < 4; n += 1) {
      const answer = await send('/prcpt?lt=10&lg=10', { origin: PAGE, authorization });
      statuses.push(answer.status);
      expect(answer.headers).toMatchObject({
        'access-control-allow-origin': PAGE,
        'access-control-expose-headers': expect.stringContaining('Retry-After'),
        'retry-after': expect.stringMatching(/^\d+$/),
      });
    }
    world.simulator.fault = undefined;

    expect(statuses).toEqual([503, 503, 503, 429]);
  });
});

describe('a page of another origin', () => {
  it.each([
    'null',
    'https://evil.example.com',
    'https://app.example.com.evil.com',
    'https://sub.app.example.com',
    'http://app.example.com',
    'https://app.example.com:8443',
    'https://APP.example.com',
    'https://app.example.com/',
    'http://localhost',
    '*',
    '',
  ])('may read nothing: %s', async (origin) => {
    for (const method of ['GET', 'OPTIONS']) {
      const { headers } = await send(
        `/prcpt${PARIS}`,
        { origin, 'access-control-request-method': 'GET' },
        { method },
      );
      expect(Object.keys(headers).filter((name) => name.startsWith('access-control-'))).toEqual([]);
      expect(headers.vary).toContain('Origin');
    }
  });
});

describe('without CORS_ORIGINS', () => {
  it('no answer has a field of CORS', async () => {
    for (const method of ['GET', 'OPTIONS']) {
      const { headers } = await send(
        `/prcpt${PARIS}`,
        { origin: PAGE, 'access-control-request-method': 'GET' },
        { method, api: closed },
      );
      expect(Object.keys(headers).filter((name) => name.startsWith('access-control-'))).toEqual([]);
      expect(headers.vary ?? '').not.toContain('Origin');
    }
  });
});

it.each([
  '*',
  'null',
  'https://*.example.com',
  'example.com',
  'https://example.com/',
  'ftp://example.com',
  'https://example.com:443',
  `${PAGE},`,
  `${PAGE};${OTHER_PAGE}`,
])('a process does not start with the origin %s', async (origins) => {
  await expect(world.startApi({ CORS_ORIGINS: origins })).rejects.toThrow(
    'CORS_ORIGINS must be origins separated by commas',
  );
});
