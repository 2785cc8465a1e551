import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ask, type Answer } from './support/exchange.js';
import { World } from './support/world.js';

let world: World;

beforeAll(async () => {
  world = await World.start();
});
afterAll(() => (world as World | undefined)?.stop());

describe.each([
  '/prcpt',
  '/uvidx',
  '/v1/conditions',
  '/v1/forecast/hourly',
  '/v1/forecast/daily',
  '/v1/alerts',
  '/v1/glance',
])('a HEAD of %s', (path) => {
  const asked = (method: string, more: Record<string, string> = {}): Promise<Answer> => {
    const headers = { authorization: `Bearer ${world.token}`, ...more };
    return ask(`${world.api.url}${path}?lt=48.8705&lg=2.3049`, { method, headers });
  };

  it('tells what a GET would tell, without the body, also when that is "not modified"', async () => {
    const get = await asked('GET');
    const { etag = '', 'content-length': length } = get.headers;
    const [whole, unchanged] = [
      await asked('HEAD'),
      await asked('HEAD', { 'if-none-match': etag }),
    ];

    expect(whole).toMatchObject({ status: 200, text: '', headers: { etag } });
    expect(whole.headers['content-length']).toBe(length);
    expect(unchanged).toMatchObject({ status: 304, text: '', headers: { etag } });
    // RFC 9110 section 8.6: that of the 200, or none.
    expect([length, undefined]).toContain(unchanged.headers['content-length']);
  });
});
