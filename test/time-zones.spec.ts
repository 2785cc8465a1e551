import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { villagePosition } from './support/positions.js';
import { MovedClock } from './support/preloads/moved-clock.js';
import { RedisAtTimeOf } from './support/redis-at-time-of.js';
import { eventually } from './support/eventually.js';
import { describeWithRedis, RedisServer } from './support/redis-server.js';
import { World } from './support/world.js';

interface Body {
  readonly place: { readonly timeZone: string | null };
  readonly hours: readonly { readonly time: string }[];
  readonly days: readonly { readonly date: string; readonly sunrise: string }[];
  readonly d: { readonly y: number };
}

const HOUR_MS = 3_600_000;
/** Already the next day nine and a half hours east of Greenwich, but not at the longitude of the villages. */
const AT_MS = Date.UTC(2026, 6, 9, 15, 1);
const CHANGE = { NextOffsetChange: '2026-07-09T18:00:00Z' };
const DARWIN = { GmtOffset: 9.5, IsDaylightSaving: false, NextOffsetChange: null };
const RECIFE = { GmtOffset: -3, IsDaylightSaving: false, NextOffsetChange: null };

/** Two pods: what one searched, the other reads from Redis. */
describeWithRedis('a place whose time zone has no usable name', () => {
  let server: RedisServer;
  let redis: RedisAtTimeOf;
  let clock: MovedClock;
  let world: World;
  let positionsUsed = 0;
  let position: string;

  beforeAll(async () => {
    clock = new MovedClock(AT_MS);
    server = await RedisServer.start();
    redis = await RedisAtTimeOf.start(clock, server.port);
    const environment = { ...clock.environment, REDIS_URL: redis.url };
    world = await World.start({ apis: 2, environment, now: () => AT_MS });
    await eventually(podsShareAPlace, 20_000);
  });
  afterAll(async () => {
    await (world as World | undefined)?.stop();
    await redis.stop();
    await server.stop();
    clock.remove();
  });
  beforeEach(() => {
    position = villagePosition((positionsUsed += 1));
    world.simulator.resetCalls();
  });
  afterEach(() => {
    world.simulator.fault = undefined;
  });

  /** A busy machine may need a while until both pods use Redis. */
  async function podsShareAPlace(): Promise<boolean> {
    position = villagePosition((positionsUsed += 1));
    world.simulator.resetCalls();
    for (const pod of [0, 1] as const) await read('/v1/conditions', pod);
    return world.simulator.calls.byEndpoint.search === 1;
  }

  const findsZone = (TimeZone: unknown): void => {
    world.simulator.fault = { kind: 'values', endpoint: 'search', values: { TimeZone } };
  };
  async function read(path: string, pod: 0 | 1 = 0): Promise<Body> {
    const separator = path.includes('?') ? '&' : '?';
    const answer = await world.get(`${path}${separator}${position}`, world.apis[pod]);
    expect([path, answer.status]).toEqual([path, 200]);
    return (await answer.json()) as Body;
  }

  it.each<[string, unknown, offset: string, today: string]>([
    ['""', { ...DARWIN, Name: '' }, '+09:30', '2026-07-10'],
    ['null', { ...DARWIN, Name: null }, '+09:30', '2026-07-10'],
    ['missing', DARWIN, '+09:30', '2026-07-10'],
    ['"Mars/Olympus"', { ...DARWIN, Name: 'Mars/Olympus' }, '+09:30', '2026-07-10'],
    ['an abbreviation', { ...RECIFE, Name: 'BST' }, '-03:00', '2026-07-09'],
    ['a number', { ...RECIFE, Name: 7 }, '-03:00', '2026-07-09'],
    ['missing, with only the offset', { GmtOffset: 12.75 }, '+12:45', '2026-07-10'],
  ])(
    'has the local time of its offset on every endpoint and pod when the name is %s',
    async (_name, zone, offset, today) => {
      findsZone(zone);
      const [{ place }, { hours }] = [
        await read('/v1/conditions'),
        await read('/v1/forecast/hourly', 1),
      ];
      const { days } = await read('/v1/forecast/daily', 1);

      expect(place.timeZone).toBe(offset);
      expect([...new Set(hours.map(({ time }) => time.slice(-6)))]).toEqual([offset]);
      expect(days[0]?.date).toBe(today);
      expect(days[0]?.sunrise.slice(-6)).toBe(offset);
      expect((await read('/v1/glance', 1)).d.y).toBe(Number(today.replaceAll('-', '')));
      expect(world.simulator.calls.byEndpoint.search).toBe(1);
    },
  );

  it.each([
    ['null', null],
    ['without an offset', { Name: null }],
    ['at an impossible offset', { Name: '', GmtOffset: 99 }],
  ])('has the time of its longitude only when the zone is %s', async (_zone, zone) => {
    findsZone(zone);
    const { hours, place } = await read('/v1/forecast/hourly');

    expect(place.timeZone).toBeNull();
    expect(hours[0]?.time).toMatch(/\+01:00$/);
  });

  it.each([
    ['ends', { ...DARWIN, ...CHANGE, IsDaylightSaving: true }, '+09:30', '+08:30'],
    ['begins', { ...RECIFE, ...CHANGE, IsDaylightSaving: false }, '-03:00', '-02:00'],
  ])('changes its offset when daylight saving %s', async (_what, zone, before, after) => {
    findsZone(zone);
    const { hours, place } = await read('/v1/forecast/hourly?hours=4');

    expect(place.timeZone).toBe(before);
    expect(hours.map(({ time }) => [Date.parse(time), time.slice(-6)])).toEqual(
      [16, 17, 18, 19].map((hour) => [Date.UTC(2026, 6, 9, hour), hour < 18 ? before : after]),
    );
  });

  it('keeps the time of the new offset after the change, without a search', async () => {
    findsZone({ ...DARWIN, ...CHANGE, IsDaylightSaving: true });
    for (const pod of [0, 1] as const) {
      expect((await read('/v1/conditions', pod)).place.timeZone).toBe('+09:30');
    }
    const searches = world.simulator.calls.byEndpoint.search;
    clock.advance(3 * HOUR_MS);
    // A pod measures the time of Redis every second.
    for (const pod of [0, 1] as const) {
      const isNew = async (): Promise<boolean> =>
        (await read('/v1/conditions', pod)).place.timeZone === '+08:30';
      expect(await eventually(isNew)).toBe(true);
    }
    expect(world.simulator.calls.byEndpoint.search).toBe(searches);
  });
});
