import { METHODS } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sendRaw, sendRequest } from './support/http-client.js';
import { WEATHER_PATHS } from './support/weather-paths.js';
import { World } from './support/world.js';

const ALLOW = 'GET, HEAD, OPTIONS';
const OTHERS = METHODS.filter((method) => !['CONNECT', 'GET', 'HEAD', 'OPTIONS'].includes(method));
const PATHS = [
  '/',
  '/health/live',
  '/health/ready',
  '/docs',
  '/docs/swagger-ui.css',
  '/openapi.yaml',
  '/problems/not-found',
  '/deprecation',
  ...WEATHER_PATHS,
];

let world: World;

beforeAll(async () => {
  world = await World.start();
});
afterAll(() => (world as World | undefined)?.stop());

const send = (method: string, path: string, headers: Record<string, string> = {}) =>
  sendRequest(world.api.url + path, { method, headers });

describe.each(PATHS)('%s', (path) => {
  it('answers OPTIONS with 204 and Allow, without a token', async () => {
    const answer = await send('OPTIONS', path);

    expect(answer).toMatchObject({ status: 204, text: '', headers: { allow: ALLOW } });
  });

  it('answers another method with 405 and Allow, with and without a token', async () => {
    for (const headers of [{}, { authorization: `Bearer ${world.token}` }]) {
      const answer = await send('DELETE', path, headers);

      expect(answer.headers).toMatchObject({
        allow: ALLOW,
        'content-type': 'application/problem+json; charset=utf-8',
      });
      expect(JSON.parse(answer.text)).toMatchObject({
        status: 405,
        type: '/problems/method-not-allowed',
      });
    }
  });
});

describe('a method other than GET', () => {
  it.each(OTHERS)('is 405 on a known path and 404 on an unknown one: %s', async (method) => {
    expect((await send(method, '/prcpt')).status).toBe(405);
    const { status } = await send(method, '/nothing', { 'content-length': '0' });
    // A QUERY without a type of its content is invalid.
    expect(status).toBe(method === 'QUERY' ? 400 : 404);
  });

  it.each([
    ['with a query', '/prcpt?lt=1&lg=2', 405],
    ['encoded', '/%70rcpt', 405],
    ['with a slash at its end, where GET finds nothing either', '/prcpt/', 404],
    ['below a known one', '/prcpt/more', 404],
    ['in capitals', '/PRCPT', 404],
  ])('knows the same paths as GET: %s', async (_what, path, status) => {
    expect((await send('POST', path)).status).toBe(status);
    expect((await send('GET', path)).status).toBe(status === 405 ? 401 : 404);
    expect((await send('OPTIONS', path)).status).toBe(status === 405 ? 204 : 404);
  });

  it.each([
    ['JSON', 'application/json', '{"lt":1}'],
    ['JSON that is not valid', 'application/json', '{'],
    ['a form', 'application/x-www-form-urlencoded', 'lt=1'],
    ['something unknown', 'nonsense', 'x'],
    ['5 kB', 'text/plain', 'x'.repeat(5_000)],
  ])('is 405 on a known path whatever its body is: %s', async (_what, type, body) => {
    const head = ['POST /prcpt HTTP/1.1', 'Host: x', `Content-Type: ${type}`];
    const bytes = [...head, `Content-Length: ${body.length}`, '', body].join('\r\n');
    const answer = await sendRaw(world.api.url, bytes);

    expect(answer).toMatchObject({ status: 405, headers: { allow: ALLOW, connection: 'close' } });
  });
});

it.each(['/', '/health/live', '/health/ready'])('no cache keeps %s', async (path) => {
  expect((await send('GET', path)).headers['cache-control']).toBe('no-store');
});

it.each([
  ['bytes that are not HTTP', 'nonsense\r\n\r\n', 400],
  ['long headers', `GET / HTTP/1.1\r\nHost: x\r\nX: ${'a'.repeat(20_000)}\r\n\r\n`, 431],
  ['a URL of 20 kB', `GET /${'a'.repeat(20_000)} HTTP/1.1\r\nHost: x\r\n\r\n`, 414],
  [
    'a URL of 3 kB',
    `GET /${'a'.repeat(3_000)} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`,
    414,
  ],
])('the answer to %s has a date', async (_what, bytes, status) => {
  const answer = await sendRaw(world.api.url, bytes);

  expect(answer.status).toBe(status);
  expect(Math.abs(Date.parse(answer.headers.date ?? '') - Date.now())).toBeLessThan(60_000);
});
