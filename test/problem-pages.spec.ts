import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PROBLEMS } from '../src/problem-catalogue.js';
import type { ApiProcess } from './support/api-process.js';
import { sendRaw, sendRequest } from './support/http-client.js';
import { World } from './support/world.js';

let world: World;
/** As in production. */
let withoutDocs: ApiProcess;

beforeAll(async () => {
  world = await World.start();
  withoutDocs = await world.startApi({ DOCS_ENABLED: 'false' });
});
afterAll(() => (world as World | undefined)?.stop());

describe.each(Object.entries(PROBLEMS))('the page of the problem %s', (code, { title, status }) => {
  it('explains it to people, without a token and also where there is no documentation', async () => {
    for (const { url } of [world.api, withoutDocs]) {
      const page = await sendRequest(`${url}/problems/${code}`);

      expect(page.status).toBe(200);
      expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
      expect(page.headers['content-security-policy']).toContain("default-src 'none'");
      for (const part of [`<h1>${title}</h1>`, `${status}`, 'What to do', 'try again']) {
        expect(page.text).toContain(part);
      }
    }
  });
});

describe('the type of a problem', () => {
  it.each([
    ['an unknown path', 'GET /nothing HTTP/1.1'],
    ['no token', 'GET /prcpt HTTP/1.1'],
    ['another method', 'POST /prcpt HTTP/1.1'],
    ['a malformed URL', 'GET /%zz HTTP/1.1'],
    ['a long URL', `GET /${'a'.repeat(3_000)} HTTP/1.1`],
    ['a longer URL', `GET /${'a'.repeat(20_000)} HTTP/1.1`],
    ['long headers', `GET / HTTP/1.1\r\nX: ${'a'.repeat(20_000)}`],
    ['a large body', 'POST /nothing HTTP/1.1\r\nContent-Length: 5000'],
    ['no HTTP', 'nonsense'],
  ])('leads to a page: %s', async (_what, head) => {
    const lines = [head, 'Host: x', 'Connection: close'];
    const answer = await sendRaw(world.api.url, `${lines.join('\r\n')}\r\n\r\n`);
    const { type, title } = JSON.parse(answer.text) as { type: string; title: string };
    const page = await sendRequest(new URL(type, world.api.url).href);

    expect([page.status, page.text]).toEqual([200, expect.stringContaining(title)]);
  });

  it('leads to a page when parameters are invalid', async () => {
    const { type } = (await (await world.getOnce('/prcpt?lt=91')).json()) as { type: string };

    expect((await sendRequest(world.api.url + type)).status).toBe(200);
  });

  it.each(['nothing', '__proto__', 'toString', '%3Cscript%3E', ''])(
    'has no page for a code that is none: "%s"',
    async (code) => {
      const answer = await sendRequest(`${world.api.url}/problems/${code}`);

      expect(JSON.parse(answer.text)).toMatchObject({ status: 404, type: '/problems/not-found' });
    },
  );
});

describe('a deprecated endpoint', () => {
  it.each(['/prcpt', '/uvidx'])(
    'says so, links to the policy, and names no end: %s',
    async (path) => {
      const { headers } = await world.getOnce(`${path}?lt=48.8705&lg=2.3049`);
      const link = headers.get('link') ?? '';

      expect(headers.get('deprecation')).toMatch(/^@\d{10}$/);
      expect(headers.get('sunset')).toBeNull();
      expect(link).toContain('rel="via"');
      expect(link).toContain('</v1/conditions>; rel="successor-version"');
      const [, policy = ''] = /<([^>]+)>; rel="deprecation"/.exec(link) ?? [];
      expect((await sendRequest(world.api.url + policy)).text).toContain(path);
    },
  );

  it('is none of /v1', async () => {
    const { headers } = await world.getOnce('/v1/conditions?lt=48.8705&lg=2.3049');

    expect([headers.get('deprecation'), headers.get('link')]).toEqual([null, null]);
  });
});
