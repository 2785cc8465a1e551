import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { decode } from 'cborg';
import type { LogLine } from './support/api-process.js';
import { eventually } from './support/eventually.js';
import { World } from './support/world.js';

interface Entry {
  readonly status: number;
  readonly glance?: Record<string, unknown>;
  readonly problem?: Record<string, unknown>;
  readonly retryAfterSeconds?: number;
}

const PARIS = '48.8705,2.3049';
const NEW_YORK = '40.7128,-74.006';
const SEA = '0,-30';

let world: World;

beforeAll(async () => {
  world = await World.start({ environment: { MISS_LIMIT_PER_HOUR: '3', ENV: 'test' } });
});
afterAll(() => world.stop());

const queryOf = (...places: string[]): string => places.map((place) => `at=${place}`).join('&');

/** A new user for each test, as the miss limit is small. */
let user = 0;
let token: string;
beforeEach(async () => {
  user += 1;
  token = await world.tokenOf(`watch-${user}`);
});

const ask = (query: string, headers = {}, method = 'GET'): Promise<Response> =>
  fetch(`${world.api.url}/v1/glance?${query}`, {
    method,
    headers: { authorization: `Bearer ${token}`, ...headers },
  });

async function entriesOf(...places: string[]): Promise<Entry[]> {
  const answer = await ask(queryOf(...places));
  expect(answer.status).toBe(200);
  return (await answer.json()) as Entry[];
}

const nameOf = ({ glance }: Entry): unknown => glance?.['pl'];
/** Without those for the rain of the next hour, which depend on the weather. */
const calls = (): number => world.simulator.calls.total - world.simulator.calls.byEndpoint.minute;
const statusesOf = (entries: readonly Entry[]): number[] => entries.map(({ status }) => status);

/** The user's remaining requests, after one with this query. */
async function remainingAfter(query: string): Promise<number> {
  const { headers } = await ask(query);
  return Number(/r=(\d+)/.exec(headers.get('ratelimit') ?? '')?.[1]);
}

describe('a request for several places', () => {
  it('gets a glance for each, in the order of the query', async () => {
    const entries = await entriesOf(PARIS, NEW_YORK);

    expect(statusesOf(entries)).toEqual([200, 200]);
    expect(entries.map(nameOf)).toEqual([
      expect.stringContaining('Paris'),
      expect.stringMatching(/^(?!Paris)/),
    ]);
  });

  it('gets the same glance as a request for one place', async () => {
    const [lt, lg] = PARIS.split(',');
    const alone = await (await ask(`lt=${lt}&lg=${lg}&units=imperial`)).json();
    const [entry] = (await (await ask(`${queryOf(PARIS)}&units=imperial`)).json()) as Entry[];

    expect(entry).toEqual({ status: 200, glance: alone });
  });

  it('gets a problem for a place without weather and glances for the others', async () => {
    const [paris, sea] = await entriesOf(PARIS, SEA);

    expect(paris).toMatchObject({ status: 200 });
    expect(sea).toEqual({
      status: 404,
      problem: {
        type: '/problems/no-weather-here',
        title: 'No weather here',
        status: 404,
        detail: expect.any(String),
        instance: '/v1/glance',
        traceId: expect.any(String),
      },
    });
  });

  it.each(['91,0', '0,180.1', '48.87', '48.87,2.30,5', 'NaN,0', 'a,b', '', ',', '48.87;2.30'])(
    'gets a problem for the invalid place "%s", which is not repeated',
    async (invalid) => {
      const answer = await ask(queryOf(PARIS, invalid));
      const text = await answer.text();
      const [paris, other] = JSON.parse(text) as Entry[];

      expect([answer.status, paris?.status]).toEqual([200, 200]);
      expect(other).toMatchObject({
        status: 400,
        problem: { type: '/problems/invalid-request', errors: [{ parameter: 'at' }] },
      });
      if (invalid.length > 5)
        expect(text + answer.headers.get('content-location')).not.toContain(invalid);
    },
  );

  it('gets a problem for a place that is temporarily unavailable, and when to ask again', async () => {
    const [known] = await entriesOf(NEW_YORK);
    world.simulator.fault = { kind: '500' };
    const entries = await entriesOf(NEW_YORK, '52.52,13.405');
    world.simulator.fault = undefined;

    expect(known?.status).toBe(200);
    expect(statusesOf(entries)).toEqual([200, 503]);
    expect(entries[1]).toMatchObject({
      retryAfterSeconds: expect.any(Number),
      problem: { type: '/problems/weather-unavailable' },
    });
  });

  it('asks one question per place: the user is refused the places beyond the miss limit only', async () => {
    await entriesOf(PARIS);
    const before = calls();
    const places = ['50.11,15.01', '50.21,15.16', '50.31,15.31', '50.41,15.46', PARIS];
    const entries = await entriesOf(...places);
    const refused = entries.filter(({ status }) => status === 429);

    expect(statusesOf(entries).toSorted((a, b) => a - b)).toEqual([200, 200, 200, 200, 429]);
    expect(entries.at(-1)?.status).toBe(200);
    expect(refused[0]?.retryAfterSeconds).toBeGreaterThan(3_000);
    expect(calls() - before).toBe(3 * 5);
  });

  it('counts as one request', async () => {
    const before = await remainingAfter(queryOf(PARIS, NEW_YORK, PARIS));

    expect(before - (await remainingAfter(queryOf(PARIS, NEW_YORK, PARIS)))).toBe(1);
  });

  it('loads a place once that it names twice', async () => {
    const before = calls();
    const entries = await entriesOf('45.76,4.83', '45.76,4.83');

    expect(statusesOf(entries)).toEqual([200, 200]);
    expect(entries[0]).toEqual(entries[1]);
    expect(calls() - before).toBe(5);
  });
});

describe('the response for several places', () => {
  it('names the centres of the cells and repeats no position', async () => {
    const { headers } = await ask(`${queryOf(PARIS, 'x', SEA)}&units=imperial`);
    const location = headers.get('content-location') ?? '';

    expect(location).toMatch(
      /^\/v1\/glance\?at=48\.8\d+,2\.3\d+&at=&at=0,-29\.\d+&units=imperial$/,
    );
    expect(location).not.toContain(PARIS);
    const again = await ask(location.split('?')[1] ?? '');
    expect(again.headers.get('etag')).toBe(headers.get('etag'));
  });

  it('is 304 while no place has changed, and another one for other places or units', async () => {
    const { headers } = await ask(queryOf(PARIS, NEW_YORK));
    const same = { 'if-none-match': headers.get('etag') ?? '' };

    expect((await ask(queryOf(PARIS, NEW_YORK), same)).status).toBe(304);
    expect((await ask(queryOf(PARIS, NEW_YORK), same, 'HEAD')).status).toBe(304);
    expect((await ask(queryOf(NEW_YORK, PARIS), same)).status).toBe(200);
    expect((await ask(`${queryOf(PARIS, NEW_YORK)}&units=imperial`, same)).status).toBe(200);
  });

  it('is private, fresh for as long as the place that expires first, and without Last-Modified', async () => {
    const { headers } = await ask(queryOf(PARIS, NEW_YORK));
    const entries = await entriesOf(PARIS, NEW_YORK);
    const expiresAt = Math.min(...entries.map(({ glance }) => Number(glance?.['e'])));
    const maxAge = Number(/^private, max-age=(\d+)/.exec(headers.get('cache-control') ?? '')?.[1]);

    expect(maxAge).toBeGreaterThan(0);
    // And a jitter of up to half the window of alerts.
    expect(maxAge).toBeLessThanOrEqual(expiresAt - Date.now() / 1_000 + 170);
    expect(headers.get('cache-status')).toMatch(/^mfapi; hit; ttl=\d+$/);
    expect(headers.get('last-modified')).toBeNull();
  });

  it('is not stored when no place has a glance', async () => {
    const answer = await ask(queryOf(SEA, '91,0'));

    expect(statusesOf((await answer.json()) as Entry[])).toEqual([404, 400]);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('etag')).toBeNull();
  });

  it('has the same content in CBOR, under another ETag', async () => {
    const json = await ask(queryOf(PARIS, SEA));
    const cbor = await ask(queryOf(PARIS, SEA), { accept: 'application/cbor' });
    const [inJson, inCbor] = [
      (await json.json()) as Entry[],
      decode(new Uint8Array(await cbor.arrayBuffer())) as Entry[],
    ];

    expect(cbor.headers.get('content-type')).toBe('application/cbor');
    expect(inCbor[0]).toEqual(inJson[0]);
    expect(inCbor[1]).toMatchObject({ status: 404, problem: { title: 'No weather here' } });
    expect(cbor.headers.get('etag')).not.toBe(json.headers.get('etag'));
  });

  it('answers HEAD with the headers of GET', async () => {
    const got = await ask(queryOf(PARIS, NEW_YORK));
    const head = await ask(queryOf(PARIS, NEW_YORK), {}, 'HEAD');

    expect([head.status, await head.text()]).toEqual([200, '']);
    expect(head.headers.get('etag')).toBe(got.headers.get('etag'));
    expect(head.headers.get('content-length')).toBe(got.headers.get('content-length'));
  });

  it('is logged with one position to 0.1° and the problem of a failed place', async () => {
    const traceId = '6f0c7b1e-7b0d-4d0f-9a51-2f6f5f0a4f0e';
    await ask(queryOf(NEW_YORK, SEA), { 'x-request-id': traceId });
    const lineOf = (): LogLine | undefined =>
      world.api.lines.find((line) => line['trace.id'] === traceId);
    await eventually(() => lineOf() !== undefined);

    expect(lineOf()).toMatchObject({
      'http.response.status_code': 200,
      'client.geo.location': '40.7,-74',
      'error.code': 'no-weather-here',
    });
  });
});

describe('a request for places that is refused as a whole', () => {
  it.each([
    [
      'more than eight places',
      queryOf(...Array<string>(9).fill(PARIS)),
      'at can be given up to 8 times',
    ],
    ['an empty list', 'at=', 'at needs a place, such as 48.8705,2.3049'],
    ['also a position', `${queryOf(PARIS)}&lt=1&lg=2`, 'at cannot be combined with lt and lg'],
    ['also a latitude', `${queryOf(PARIS, NEW_YORK)}&lt=1`, 'at cannot be combined with lt and lg'],
  ])('has %s', async (_fault, query, detail) => {
    const answer = await ask(query);

    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ errors: [{ parameter: 'at', detail }] });
  });

  it('has eight places, if the units are unknown', async () => {
    expect((await ask(queryOf(...Array<string>(8).fill(PARIS)))).status).toBe(200);
    expect((await ask(`${queryOf(PARIS)}&units=kelvin`)).status).toBe(400);
  });

  it('has neither places nor a position', async () => {
    expect(await (await ask('')).json()).toMatchObject({
      errors: [{ parameter: 'lt' }, { parameter: 'lg' }],
    });
  });
});
