import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { eventually } from './support/eventually.js';
import { sendRequest, type RawResponse } from './support/http-client.js';
import { MovedClock } from './support/preloads/moved-clock.js';
import { WEATHER_PATHS } from './support/weather-paths.js';
import { World } from './support/world.js';

const MINUTE_MS = 60_000;
const START_MS = Date.UTC(2024, 6, 9, 13, 1);
const V1_PATHS = WEATHER_PATHS.filter((path) => path.startsWith('/v1/'));
/** One date cannot stand for the four records of a glance. */
const DATED_PATHS = WEATHER_PATHS.filter((path) => path !== '/v1/glance');
const PARIS = '?lt=48.8705&lg=2.3049';

let clock: MovedClock;
let world: World;
/** The clock of the simulator, which stands still during a test. */
let weatherOfMs = START_MS;

beforeAll(async () => {
  clock = new MovedClock(START_MS);
  world = await World.start({ environment: clock.environment, now: () => weatherOfMs });
});
afterAll(async () => {
  await (world as World | undefined)?.stop();
  clock.remove();
});
beforeEach(() => {
  world.simulator.fault = undefined;
  weatherOfMs = clock.nowMs();
});

function get(
  target: string,
  headers: Record<string, string> = {},
  method = 'GET',
): Promise<RawResponse> {
  return sendRequest(world.api.url + target, {
    method,
    headers: { authorization: `Bearer ${world.token}`, ...headers },
  });
}

/** Never served when they are hours old. */
const SHORT_LIVED = ['/v1/alerts', '/v1/forecast/minutely'];

/** What a v1 body says about its age, under its long or its short name. */
function isStale({ text }: RawResponse): boolean {
  const { stale, s } = JSON.parse(text) as { stale?: boolean; s?: number };
  return stale ?? s !== 0;
}

/** The answer once no part of it is old. */
function fresh(target: string): Promise<RawResponse> {
  return eventually(async () => {
    const answer = await get(target);
    return answer.status === 200 && !answer.headers['cache-status']?.includes('ttl=-') && answer;
  });
}

const hoursOf = ({ text }: RawResponse): { time: string }[] =>
  (JSON.parse(text) as { hours: { time: string }[] }).hours;
const etagOf = ({ headers }: RawResponse): string => headers.etag ?? 'no ETag';
const modifiedOf = ({ headers }: RawResponse): string => headers['last-modified'] ?? 'no date';

describe.each(V1_PATHS)('%s', (path) => {
  it('is sent again when it becomes stale, and when it is fresh again, although the weather is the same', async () => {
    const target = `${path}?lt=45.764&lg=4.8357`;
    const first = await fresh(target);
    world.simulator.fault = { kind: '500' };
    clock.advance(125 * MINUTE_MS);
    // These are dead by then: those of a few minutes ago are stale.
    if (SHORT_LIVED.includes(path)) {
      world.simulator.fault = undefined;
      await fresh(target);
      world.simulator.fault = { kind: '500' };
      clock.advance(15 * MINUTE_MS);
    }
    const held = { 'if-none-match': etagOf(first) };
    const stale = await get(target, held);

    expect([stale.status, isStale(stale)]).toEqual([200, true]);
    expect(etagOf(stale)).not.toBe(etagOf(first));
    expect((await get(target, { 'if-none-match': etagOf(stale) })).status).toBe(304);

    world.simulator.fault = undefined;
    clock.advance(30 * MINUTE_MS);
    await fresh(target);
    const again = await get(target, { 'if-none-match': etagOf(stale) });
    expect([again.status, isStale(again)]).toEqual([200, false]);
  });
});

describe('Cache-Status and the stale field of the body', () => {
  it.each(V1_PATHS)('never contradict each other at any age of %s', async (path) => {
    const target = `${path}?lt=51.5074&lg=-0.1278`;
    await fresh(target);
    world.simulator.fault = { kind: '500' };
    const seen = new Set<boolean>();
    for (const minutes of [0, 4, 2, 6, 6, 30, 60, 30, 240]) {
      clock.advance(minutes * MINUTE_MS);
      const answer = await get(target);
      if (answer.status !== 200) continue;
      seen.add(isStale(answer));
      expect(answer.headers['cache-status']).toMatch(
        isStale(answer) ? /^mfapi; hit; ttl=-[1-9]\d*$/ : /^mfapi; (hit; ttl=\d+|fwd=miss; \w+)$/,
      );
    }
    expect(seen).toEqual(new Set([false, true]));
  });

  it('agree on a glance of which one part is loaded while another is old', async () => {
    const target = '/v1/glance?lt=40.4168&lg=-3.7038';
    await fresh(target);
    world.simulator.fault = { kind: '500', endpoint: 'hourly' };
    clock.advance(125 * MINUTE_MS);
    const answer = await get(target);

    expect([answer.status, isStale(answer)]).toEqual([200, true]);
    expect(answer.headers['cache-status']).toMatch(/^mfapi; hit; ttl=-[1-9]\d*$/);
  });
});

describe.each(DATED_PATHS)('If-Modified-Since for %s', (path) => {
  const target = path + PARIS;

  it('with the Last-Modified of the answer gives 304 to GET and to HEAD', async () => {
    const modified = modifiedOf(await fresh(target));

    for (const method of ['GET', 'HEAD']) {
      const unchanged = await get(target, { 'if-modified-since': modified }, method);
      expect(unchanged).toMatchObject({ status: 304, text: '' });
      expect(unchanged.headers['last-modified']).toBe(modified);
    }
  });

  it('understands the two older formats of a date', async () => {
    const modified = modifiedOf(await fresh(target));
    const [weekday = '', day = '', month = '', year = '', time = ''] = modified
      .replace(',', '')
      .split(' ');
    const longDay = new Date(modified).toLocaleDateString('en', {
      weekday: 'long',
      timeZone: 'UTC',
    });

    for (const date of [
      `${longDay}, ${day}-${month}-${year.slice(2)} ${time} GMT`,
      `${weekday} ${month} ${day.replace(/^0/, ' ')} ${time} ${year}`,
    ]) {
      expect([date, (await get(target, { 'if-modified-since': date })).status]).toEqual([
        date,
        304,
      ]);
    }
  });

  it.each<[string, (modified: string) => string]>([
    ['an earlier date', () => 'Sun, 06 Nov 1994 08:49:37 GMT'],
    ['a later date', (modified) => new Date(Date.parse(modified) + 1_000).toUTCString()],
    ['a date in the future', () => 'Fri, 01 Jan 2100 00:00:00 GMT'],
    ['no date', () => 'yesterday'],
    ['nothing', () => ''],
    ['two dates', (modified) => `${modified}, ${modified}`],
    ['the date without its zone', (modified) => modified.replace(' GMT', '')],
    ['the instant in ISO 8601', (modified) => new Date(modified).toISOString()],
  ])('gives the whole answer for %s', async (_what, dateOf) => {
    const date = dateOf(modifiedOf(await fresh(target)));

    expect((await get(target, { 'if-modified-since': date })).status).toBe(200);
  });

  it('is ignored next to If-None-Match', async () => {
    const answer = await fresh(target);
    const date = { 'if-modified-since': modifiedOf(answer) };

    expect((await get(target, { ...date, 'if-none-match': '"other"' })).status).toBe(200);
    const held = { 'if-modified-since': 'yesterday', 'if-none-match': etagOf(answer) };
    expect((await get(target, held)).status).toBe(304);
  });
});

describe('If-Modified-Since', () => {
  it('gives the whole forecast once an hour of it has passed, although it is of the same load', async () => {
    const target = '/v1/forecast/hourly?lt=41.9028&lg=12.4964';
    const first = await fresh(target);
    world.simulator.fault = { kind: '500' };
    const secondHourMs = Date.parse(hoursOf(first)[1]?.time ?? '');
    clock.advance(secondHourMs + MINUTE_MS - clock.nowMs());
    const later = await get(target, { 'if-modified-since': modifiedOf(first) });

    expect(later.status).toBe(200);
    expect(hoursOf(later)[0]).not.toEqual(hoursOf(first)[0]);
  });

  it('cannot keep a watch at stale weather: a stale v1 body has no Last-Modified', async () => {
    const target = '/v1/conditions?lt=59.3293&lg=18.0686';
    await fresh(target);
    world.simulator.fault = { kind: '500' };
    clock.advance(30 * MINUTE_MS);
    const stale = await get(target);

    expect(isStale(stale)).toBe(true);
    expect(stale.headers).not.toHaveProperty('last-modified');
  });

  it('is ignored for a glance, whose records are of different times', async () => {
    const target = `/v1/glance${PARIS}`;
    const date = modifiedOf(await fresh(target));

    expect((await get(target, { 'if-modified-since': date })).status).toBe(200);
  });
});
