import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Secret } from '../../../config/secret.js';
import { ProviderError } from '../provider.error.js';
import { FakeUpstream } from '../upstream/testing/fake-upstream.js';
import { createUpstreamClient } from '../upstream/testing/create-upstream-client.js';
import { AccweaClient } from './accwea.client.js';
import type { AccweaOptions } from './accwea.options.js';
import { refusals } from './testing/accwea.fixtures.js';

const KEY = 'hunter2';

let accwea: FakeUpstream;
let client: AccweaClient;

beforeEach(async () => {
  accwea = new FakeUpstream();
  await accwea.start();
  client = clientWith({});
});
afterEach(() => accwea.stop());

function clientWith(options: Partial<AccweaOptions>): AccweaClient {
  return new AccweaClient(createUpstreamClient(), {
    url: accwea.url,
    token: Secret.ofText(KEY),
    auth: 'bearer',
    ...options,
  });
}

async function send(one = client): Promise<unknown> {
  const { value } = await one.request({
    operation: 'place',
    item: 'here',
    path: '/a/b',
    parameters: { q: '48.875,2.305' },
    priority: 'refresh',
    read: (body) => body,
  });
  return value;
}

async function failureOf(answer = send()): Promise<ProviderError> {
  const error: unknown = await answer.catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(ProviderError);
  for (const hidden of [true, false]) {
    const printed = inspect(error, { depth: Infinity, showHidden: hidden });
    expect(printed).not.toContain(KEY);
    expect(printed).not.toContain('48.875');
  }
  return error as ProviderError;
}

describe('AccweaClient: the key', () => {
  it('is sent as a bearer token and not in the URL', async () => {
    await send();

    expect(accwea.requests).toHaveLength(1);
    expect(accwea.requests[0]?.headers.authorization).toBe(`Bearer ${KEY}`);
    expect(accwea.requests[0]?.url.href).not.toContain(KEY);
  });

  it('is sent as apikey for enterprise contracts and not in a header', async () => {
    await send(clientWith({ auth: 'query' }));

    expect(accwea.requests[0]?.url.searchParams.get('apikey')).toBe(KEY);
    expect(accwea.requests[0]?.headers.authorization).toBeUndefined();
  });

  it('is escaped in the URL', async () => {
    await send(clientWith({ auth: 'query', token: Secret.ofText('a&b=c%+d') }));

    expect(accwea.requests[0]?.url.searchParams.get('apikey')).toBe('a&b=c%+d');
  });

  it.each(['bearer', 'query'] as const)('is not part of any error (%s)', async (auth) => {
    for (const status of [400, 401, 403, 429, 500, 503, 200]) {
      for (const body of Object.values(refusals('Unauthorized', `No ${KEY}`, KEY))) {
        accwea.respondWith(body, { status, location: `http://127.0.0.1:1/?apikey=${KEY}` });
        if (status !== 200 || body.startsWith('<')) await failureOf(send(clientWith({ auth })));
      }
    }
    accwea.handler = (_response, { socket }) => socket.destroy();
    await failureOf(send(clientWith({ auth })));
    await failureOf(send(clientWith({ auth, url: 'http://127.0.0.1:1' })));
  });
});

describe('AccweaClient.request', () => {
  it.each(['', '/'])('appends the path to a base URL that ends in "%s"', async (end) => {
    await send(clientWith({ url: `${accwea.url}/base${end}` }));

    expect(accwea.requests.map(({ url }) => url.pathname)).toEqual(['/base/a/b']);
  });

  it.each(['{"Code":"404","Message":"Not found"}', '', 'null'])(
    'treats a 404 with the body %j as an empty result',
    async (body) => {
      accwea.respondWith(body, { status: 404 });

      expect(await send()).toBeUndefined();
    },
  );

  it('treats a 404 with an HTML page as a failure of a proxy or a wrong base URL', async () => {
    accwea.respondWith('<html>not here</html>', { status: 404 });

    await expect(send()).rejects.toMatchObject({ fault: 'malformed', message: 'status 404' });
  });
});
