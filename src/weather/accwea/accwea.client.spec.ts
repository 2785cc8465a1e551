import { gzipSync } from 'node:zlib';
import { inspect } from 'node:util';
import { HttpService } from '@nestjs/axios';
import { Logger, type LoggerService } from '@nestjs/common';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { create } from 'axios';
import { Secret } from '../../config/secret.js';
import { ProviderError } from '../errors/provider.error.js';
import { AccweaClient, type AccweaQuestion } from './accwea.client.js';
import { toConditions } from './accwea.conditions.js';
import type { AccweaOptions } from './accwea.options.js';
import { refusals } from './testing/accwea-answers.js';
import { FakeAccwea } from './testing/fake-accwea.js';

const KEY = 'hunter2';
const HTML = '<html>we are <b>down</b></html>';

let accwea: FakeAccwea;
let client: AccweaClient;
let log: string[];

beforeEach(async () => {
  log = [];
  const line = (level: string) => (message: unknown) => log.push(`${level} ${inspect(message)}`);
  const capture: LoggerService = { log: line('log'), warn: line('warn'), error: line('error') };
  Logger.overrideLogger(capture);
  accwea = new FakeAccwea();
  await accwea.start();
  client = clientWith({});
});
afterEach(() => accwea.stop());

function clientWith(options: Partial<AccweaOptions>): AccweaClient {
  const token = Secret.ofText(KEY);
  return new AccweaClient(new HttpService(create()), {
    url: accwea.url,
    token,
    auth: 'bearer',
    ...options,
  });
}

const asking = (about: string): AccweaQuestion<unknown> => ({
  about,
  path: '/a/b',
  parameters: { q: '48.875,2.305' },
  read: (body) => body,
});

const ask = async (one = client, about = 'place'): Promise<unknown> =>
  (await one.ask(asking(about))).value;

async function failureOf(answer = ask()): Promise<ProviderError> {
  const error: unknown = await answer.catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(ProviderError);
  for (const hidden of [true, false]) {
    const printed = inspect(error, { depth: Infinity, showHidden: hidden });
    expect(printed).not.toContain(KEY);
    expect(printed).not.toContain('48.875');
  }
  return error as ProviderError;
}

describe('the key', () => {
  it('goes as a bearer token, and then not in the URL', async () => {
    await ask();

    expect(accwea.asked).toHaveLength(1);
    expect(accwea.asked[0]?.headers.authorization).toBe(`Bearer ${KEY}`);
    expect(accwea.asked[0]?.url.href).not.toContain(KEY);
  });

  it('goes as apikey for enterprise contracts, and then not in a header', async () => {
    await ask(clientWith({ auth: 'query' }));

    expect(accwea.asked[0]?.url.searchParams.get('apikey')).toBe(KEY);
    expect(accwea.asked[0]?.headers.authorization).toBeUndefined();
  });

  it('is escaped in the URL', async () => {
    await ask(clientWith({ auth: 'query', token: Secret.ofText('a&b=c%+d') }));

    expect(accwea.asked[0]?.url.searchParams.get('apikey')).toBe('a&b=c%+d');
  });

  it.each(['bearer', 'query'] as const)('is in no log line and no error (%s)', async (auth) => {
    const one = clientWith({ auth });
    for (const status of [400, 401, 403, 429, 500, 503, 200]) {
      for (const body of Object.values(refusals('Unauthorized', `No ${KEY}`, KEY))) {
        accwea.says(body, { status, location: `http://127.0.0.1:1/?apikey=${KEY}` });
        if (status !== 200 || body.startsWith('<')) await failureOf(ask(one));
      }
    }
    accwea.answer = (_response, { socket }) => socket.destroy();
    await failureOf(ask(one));
    await failureOf(ask(clientWith({ auth, url: 'http://127.0.0.1:1' })));

    expect(log.length).toBeGreaterThan(5);
    expect(log.join()).not.toContain(KEY);
    expect(log.join()).not.toContain('48.875');
  });
});

describe('a call', () => {
  it.each(['', '/'])('goes below the base URL, that ends in "%s"', async (end) => {
    await ask(clientWith({ url: `${accwea.url}/base${end}` }));

    expect(accwea.asked.map(({ url }) => url.pathname)).toEqual(['/base/a/b']);
  });

  it('takes gzip', async () => {
    accwea.says(gzipSync('{"a":1}'), { 'content-encoding': 'gzip' });

    expect(await ask()).toEqual({ a: 1 });
    expect(accwea.asked[0]?.headers['accept-encoding']).toContain('gzip');
  });

  it('says how long the answer holds', async () => {
    accwea.says('[]', { 'cache-control': 'public, max-age=583' });

    expect(await client.ask(asking('place'))).toEqual({ value: [], expiresInMs: 583_000 });
  });

  it.each([
    ['null', null],
    ['[]', []],
    ['true', true],
    ['""', ''],
    ['\ufeff{"a":1}', { a: 1 }],
    ['', undefined],
    [' \n', undefined],
  ])('reads %j', async (body, expected) => {
    accwea.says(body);

    expect(await ask()).toEqual(expected);
  });

  it('takes a 404 with a page for a failure: it comes from a proxy, or a wrong base URL', async () => {
    accwea.says('<html>not here</html>', { status: 404 });

    await expect(ask()).rejects.toMatchObject({ fault: 'failing' });
  });

  it('reads nothing in a 404', async () => {
    accwea.says('{"Code":"404","Message":"Not found"}', { status: 404 });

    expect(await ask()).toBeUndefined();
  });
});

describe('the answer is malformed', () => {
  it.each([
    ['HTML', HTML],
    ['cut JSON', '[{"EpochTime":17672'],
    ['two documents', '{}{}'],
    ['NaN', '{"Value":NaN}'],
    ['a null byte', '\0'],
  ])('when it is %s', async (_name, body) => {
    accwea.says(body);

    expect(await failureOf()).toMatchObject({ fault: 'malformed' });
    expect(accwea.asked).toHaveLength(1);
  });

  it('when it says gzip and is none', async () => {
    accwea.says('{"a":1}', { 'content-encoding': 'gzip' });

    expect(await failureOf()).toMatchObject({ fault: 'malformed' });
  });

  it('when it is cut gzip', async () => {
    accwea.says(gzipSync('{"a":1}').subarray(0, 15), { 'content-encoding': 'gzip' });

    expect(await failureOf()).toMatchObject({ fault: 'malformed' });
  });

  it('when it has 50 MB, of which most is never read', async () => {
    let sentBytes = 0;
    accwea.answer = (response) => {
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

  it('when it unpacks to 50 MB', async () => {
    accwea.says(gzipSync(Buffer.alloc(50e6, ' ')), { 'content-encoding': 'gzip' });

    expect(await failureOf()).toMatchObject({ fault: 'malformed' });
  });
});

describe('the provider fails', () => {
  it.each([301, 302, 303, 307, 308])(
    'with a redirect %d, which is not followed',
    async (status) => {
      accwea.says('', { status, location: '/elsewhere' });

      expect(await failureOf()).toMatchObject({ fault: 'failing', message: `status ${status}` });
      expect(accwea.asked).toHaveLength(1);
    },
  );

  it.each([
    [401, 'unauthorized'],
    [429, 'quota'],
    [500, 'failing'],
    [204, 'failing'],
  ])('with status %d: %s, after one call', async (status, fault) => {
    accwea.says('', { status, 'retry-after': 7 });

    expect(await failureOf()).toMatchObject({ fault, retryAfterMs: 7_000 });
    expect(accwea.asked).toHaveLength(1);
  });

  it('when the connection is reset', async () => {
    accwea.answer = (_response, { socket }) => socket.resetAndDestroy();

    expect(await failureOf()).toMatchObject({ fault: 'network', message: 'ECONNRESET' });
    expect(accwea.asked).toHaveLength(1);
  });

  it.each(['identity', 'gzip'])('when the connection breaks in the body (%s)', async (encoding) => {
    accwea.answer = (response) => {
      const whole = JSON.stringify('x'.repeat(100_000));
      const body = encoding === 'gzip' ? gzipSync(whole) : whole;
      response.writeHead(200, { 'content-encoding': encoding, 'content-length': body.length });
      response.write(body.slice(0, 50), () => response.destroy());
    };

    expect(await failureOf()).toMatchObject({ fault: 'network' });
  });

  it('when nobody listens', async () => {
    const failure = await failureOf(ask(clientWith({ url: 'http://127.0.0.1:1' })));

    expect(failure).toMatchObject({ fault: 'network', message: 'ECONNREFUSED' });
  });

  it('when it does not answer, or not to the end, within two seconds', async () => {
    accwea.answer = (response, { url }) => {
      if (url?.startsWith('/slow/')) response.writeHead(200).write('[');
    };
    const startedMs = performance.now();
    const slow = clientWith({ url: `${accwea.url}/slow` });

    for (const failure of await Promise.all([failureOf(), failureOf(ask(slow))])) {
      expect(failure).toMatchObject({ fault: 'timeout' });
    }
    const tookMs = performance.now() - startedMs;
    expect(tookMs).toBeGreaterThan(1_900);
    expect(tookMs).toBeLessThan(3_000);
  });
});

describe('the log', () => {
  it('tells a change of state once, not once a call', async () => {
    accwea.says('null');
    for (let i = 0; i < 3; i += 1) await ask();
    expect(log).toEqual([]);

    accwea.says(HTML, { status: 500 });
    for (let i = 0; i < 3; i += 1) await failureOf();
    accwea.says('', { status: 429 });
    for (let i = 0; i < 3; i += 1) await failureOf();
    accwea.says('null');
    for (let i = 0; i < 3; i += 1) await ask();

    expect(log).toEqual([
      "warn 'AccuWeather does not answer: failing (place, status 500).'",
      "warn 'AccuWeather does not answer: quota (place, status 429).'",
      "log 'AccuWeather answers again (place).'",
    ]);
  });

  it('calls for somebody when the key is refused', async () => {
    accwea.says('', { status: 401 });
    await failureOf();
    await failureOf();

    expect(log).toEqual(["error 'AccuWeather refuses the key: replace ACCWEA_TOKEN (place).'"]);
  });

  it('tells of answers that nobody can read', async () => {
    await failureOf(client.ask({ ...asking('conditions'), read: () => toConditions(null) }));

    expect(log).toEqual([
      "warn 'AccuWeather does not answer: malformed (conditions, the answer holds no observation).'",
    ]);
  });

  it('does not waver when one thing is answered and another is not', async () => {
    for (let i = 0; i < 3; i += 1) {
      accwea.says('null');
      await ask(client, 'place');
      accwea.says('', { status: 403 });
      await failureOf(ask(client, 'conditions'));
    }

    expect(log).toHaveLength(1);
  });
});
