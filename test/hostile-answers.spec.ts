import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import type { Endpoint as AnyEndpoint } from '../apps/accwea-simulator/server/call.js';
import { eventually } from './support/eventually.js';
import { MovedClock } from './support/preloads/moved-clock.js';
import { villagePosition } from './support/positions.js';
import { RedisAtTimeOf } from './support/redis-at-time-of.js';
import { describeWithRedis, RedisServer } from './support/redis-server.js';
import { World } from './support/world.js';

type Values = Readonly<Record<string, unknown>>;
type Expected = Readonly<Record<string, unknown>>;

/** The simulated time; the hour ends long after the test. */
const ONE_PAST_MS = Date.UTC(2026, 6, 9, 13, 1);
/** In seconds, the last instant that a `Date` can hold. */
const YEAR_275760 = 8.64e12;
const LONE_SURROGATE = 'Paris \ud800';
/** Longer than the cooldown of one place after a malformed answer. */
const HEALS_WITHIN_MS = 20_000;
const LARGEST_RECORD_BYTES = 60_000;

/** That a request asks, with the default settings. */
type Endpoint = Exclude<AnyEndpoint, 'location'>;

const PATHS: Readonly<Record<Endpoint, string>> = {
  search: '/v1/conditions',
  currentconditions: '/v1/conditions',
  minute: '/v1/forecast/minutely',
  hourly: '/v1/forecast/hourly',
  daily: '/v1/forecast/daily',
  alerts: '/v1/alerts',
};

/** Answers of which only a field is lost. */
const LOST_FIELDS: readonly (readonly [what: string, Endpoint, Values, Expected])[] = [
  ['a name of 10 kB', 'search', { EnglishName: 'x'.repeat(10_000) }, { place: { name: null } }],
  ['a name that is no text', 'search', { EnglishName: LONE_SURROGATE }, { place: { name: null } }],
  [
    'an observation in the year 275760',
    'currentconditions',
    { EpochTime: YEAR_275760 },
    { observedAt: null },
  ],
  [
    'an observation in ten years',
    'currentconditions',
    { EpochTime: ONE_PAST_MS / 1_000 + 10 * 365 * 86_400 },
    { observedAt: null },
  ],
  ['a UV index of 51', 'currentconditions', { UVIndex: 51 }, { uvIndex: null }],
  ['1e308 °C', 'currentconditions', { 'Temperature.Metric.Value': 1e308 }, { temperature: null }],
  [
    'a sunrise in the year 275760',
    'daily',
    { 'DailyForecasts.Sun.EpochRise': YEAR_275760 },
    { days: [{ sunrise: null }] },
  ],
  [
    'minutes until the year 3871',
    'minute',
    { 'Summaries.EndMinute': 1e9 },
    { status: 'unknown', text: null },
  ],
  [
    'an alert of 20 kB',
    'alerts',
    { 'Area.Text': 'x'.repeat(20_000) },
    { alerts: [{ text: null }] },
  ],
  ['an alert that is no text', 'alerts', { 'Area.Text': '\udc00' }, { alerts: [{ text: null }] }],
  [
    'an alert since the year 275760',
    'alerts',
    { 'Area.EpochStartTime': YEAR_275760 },
    { alerts: [{ startsAt: null }] },
  ],
];

/** Answers of which nothing is left. */
const MALFORMED: readonly (readonly [what: string, Endpoint, Values])[] = [
  ['a name of 1.9 MB', 'search', { EnglishName: 'x'.repeat(1_900_000) }],
  ['a key of two dots', 'search', { Key: '..' }],
  ['a key that is no text', 'search', { Key: '\ud800' }],
  ['a key of 101 characters', 'search', { Key: 'x'.repeat(101) }],
  ['a thousand brackets', 'currentconditions', { Extra: nested(1_000) }],
  ['1.9 MB', 'currentconditions', { Extra: 'x'.repeat(1_900_000) }],
  ['hours in the year 275760', 'hourly', { EpochDateTime: YEAR_275760 }],
  ['days in the year 9999', 'daily', { 'DailyForecasts.Date': '9999-12-31T00:00:00+02:00' }],
];

function nested(levels: number): unknown {
  return levels === 0 ? [] : [nested(levels - 1)];
}

describeWithRedis('a hostile answer', () => {
  let clock: MovedClock;
  let redis: RedisServer;
  let redisAtItsTime: RedisAtTimeOf;
  let world: World;
  let positionsUsed = 0;

  beforeAll(async () => {
    clock = new MovedClock(ONE_PAST_MS);
    redis = await RedisServer.start();
    redisAtItsTime = await RedisAtTimeOf.start(clock, redis.port);
    const environment = { ...clock.environment, REDIS_URL: redisAtItsTime.url };
    world = await World.start({ environment, now: () => ONE_PAST_MS });
    world.simulator.settings.alerts = 'always';
  });
  afterAll(async () => {
    await (world as World | undefined)?.stop();
    await redisAtItsTime.stop();
    await redis.stop();
    clock.remove();
  });
  beforeEach(() => {
    world.simulator.fault = undefined;
  });

  async function get(path: string): Promise<{ status: number; body: unknown }> {
    const answer = await world.get(path);
    return { status: answer.status, body: await answer.json() };
  }

  /** The longest value of any key. */
  function largestRecordBytes(): number {
    const all = redis
      .command('KEYS', 'mfapi:*')
      .split('\n')
      .filter((key) => redis.command('TYPE', key) === 'string');
    return Math.max(0, ...all.map((key) => Number(redis.command('STRLEN', key))));
  }

  it.each(LOST_FIELDS)(
    'with %s loses that field only',
    async (_what, endpoint, values, expected) => {
      world.simulator.fault = { kind: 'values', endpoint, values };
      const path = `${PATHS[endpoint]}?${villagePosition((positionsUsed += 1))}`;

      expect(await get(path)).toMatchObject({ status: 200, body: firstItemsOf(expected) });
    },
  );

  it.each(MALFORMED)(
    'with %s is no answer, and the next one is',
    async (_what, endpoint, values) => {
      world.simulator.fault = { kind: 'values', endpoint, values };
      const path = `${PATHS[endpoint]}?${villagePosition((positionsUsed += 1))}`;
      for (let request = 0; request < 3; request += 1) {
        expect(await get(path)).toMatchObject({
          status: 503,
          body: { type: expect.stringMatching(/\/weather-unavailable$/) as unknown },
        });
      }
      world.simulator.fault = undefined;

      await eventually(async () => (await get(path)).status === 200, HEALS_WITHIN_MS);
    },
  );

  it('leaves neither large records nor errors of ours', () => {
    expect(largestRecordBytes()).toBeGreaterThan(100);
    expect(largestRecordBytes()).toBeLessThan(LARGEST_RECORD_BYTES);
    const errors = world.api.lines.filter((line) => line['log.level'] === 'error');
    expect(errors).toEqual([]);
  });
});

/** Of a list, what the first item must be. */
function firstItemsOf(expected: Expected): unknown {
  const fields = Object.entries(expected).map(([name, value]) => [
    name,
    Array.isArray(value)
      ? (expect.arrayContaining([expect.objectContaining(value[0])]) as unknown)
      : value,
  ]);
  return Object.fromEntries(fields) as unknown;
}
