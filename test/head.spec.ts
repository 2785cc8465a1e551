import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sendRequest, type RawResponse } from './support/http-client.js';
import { WEATHER_PATHS } from './support/weather-paths.js';
import { World } from './support/world.js';

let world: World;

beforeAll(async () => {
  world = await World.start();
});
afterAll(() => (world as World | undefined)?.stop());

describe.each(WEATHER_PATHS)('HEAD %s', (path) => {
  const requested = (method: string, more: Record<string, string> = {}): Promise<RawResponse> => {
    const headers = { authorization: `Bearer ${world.token}`, ...more };
    return sendRequest(`${world.api.url}${path}?lt=48.8705&lg=2.3049`, { method, headers });
  };

  it('has the status and headers of a GET without the body, also for 304', async () => {
    const get = await requested('GET');
    const { etag = '', 'content-length': length } = get.headers;
    const [whole, unchanged] = [
      await requested('HEAD'),
      await requested('HEAD', { 'if-none-match': etag }),
    ];

    expect(whole).toMatchObject({ status: 200, text: '', headers: { etag } });
    expect(whole.headers['content-length']).toBe(length);
    expect(unchanged).toMatchObject({ status: 304, text: '', headers: { etag } });
    // RFC 9110 section 8.6: a 304 has the Content-Length of the 200 or none.
    expect([length, undefined]).toContain(unchanged.headers['content-length']);
  });
});
