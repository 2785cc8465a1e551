import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { OpenMeteoSimulator } from '../apps/open-meteo-simulator/open-meteo-simulator.js';
import { eventually } from './support/eventually.js';
import { villagePosition } from './support/positions.js';
import { MovedClock } from './support/preloads/moved-clock.js';
import { RedisAtTimeOf } from './support/redis-at-time-of.js';
import { describeWithRedis, RedisServer } from './support/redis-server.js';
import { World } from './support/world.js';

interface Body {
  readonly status: string;
  readonly text: string | null;
  readonly origin: string;
  readonly expiresAt: string;
  readonly resolutionMinutes: number | null;
  readonly intervals: readonly { readonly time: string; readonly type: string | null }[];
}

const HOUR_MS = 3_600_000;
const JULY_MS = Date.UTC(2026, 6, 9, 13, 1);
let positionsUsed = 0;

const newPosition = (): string => villagePosition((positionsUsed += 1));

async function bodyOf(answer: Response): Promise<Body> {
  expect(answer.status).toBe(200);
  return (await answer.json()) as Body;
}

describeWithRedis('rain in the next hour, from two pods', () => {
  let clock: MovedClock;
  let redis: RedisServer;
  let redisAtItsTime: RedisAtTimeOf;
  let world: World;

  beforeAll(async () => {
    clock = new MovedClock(JULY_MS);
    redis = await RedisServer.start();
    redisAtItsTime = await RedisAtTimeOf.start(clock, redis.port);
    const environment = { ...clock.environment, REDIS_URL: redisAtItsTime.url };
    world = await World.start({ apis: 2, environment, now: clock.nowMs });
  });
  afterAll(async () => {
    await (world as World | undefined)?.stop();
    await redisAtItsTime.stop();
    await redis.stop();
    clock.remove();
  });
  beforeEach(async () => {
    world.simulator.fault = undefined;
    // Longer than a cooldown after a failure of an earlier test.
    clock.advance(HOUR_MS);
    await eventually(haveTheTime);
    world.simulator.resetCalls();
  });

  /** Whether both pods have the time of Redis again, seen without a question for minutes. */
  async function haveTheTime(): Promise<boolean> {
    const answers = world.apis.map((pod) => world.get(`/v1/conditions?${newPosition()}`, pod));
    const bodies = await Promise.all((await Promise.all(answers)).map(bodyOf));
    return bodies.every(({ expiresAt }) => Date.parse(expiresAt) > clock.nowMs());
  }

  const from = async (pod: number, position: string): Promise<Body> =>
    bodyOf(await world.get(`/v1/forecast/minutely?${position}`, world.apis[pod]));
  const minuteCalls = (): number => world.simulator.calls.byEndpoint.minute;

  it('costs one call for a box, and the next one after five minutes', async () => {
    const position = newPosition();
    await Promise.all([0, 1, 0, 1].map((pod) => from(pod, position)));
    expect(minuteCalls()).toBe(1);

    clock.advance(4 * 60_000);
    // Four minutes of the record have passed: the hour starts with the current one.
    await eventually(async () => {
      const [first, ...others] = (await from(1, position)).intervals;
      return others.length === 11 && clock.nowMs() - Date.parse(first?.time ?? '') < 61_000;
    });
    expect(minuteCalls()).toBe(1);

    clock.advance(3 * 60_000);
    await eventually(async () => {
      await from(0, position);
      return minuteCalls() === 2;
    });
  });

  it('sends the box of 0.01° of the cell, not the position of the watch', async () => {
    await from(0, 'lt=48.8566&lg=2.3522');
    const [target] = Object.keys(world.simulator.calls.byTarget).filter((one) =>
      one.startsWith('minute '),
    );
    expect(target).toMatch(/^minute 48\.8[56],2\.3[45]$/);
  });

  it('remembers for 72 hours, in both pods, that a position is not covered', async () => {
    const position = newPosition();
    world.simulator.fault = { kind: '400', endpoint: 'minute' };
    expect(await from(0, position)).toMatchObject({ status: 'unknown', text: null, intervals: [] });
    world.simulator.fault = undefined;
    expect(await from(1, position)).toMatchObject({ status: 'unknown' });
    clock.advance(60 * HOUR_MS);
    expect(await from(1, position)).toMatchObject({ status: 'unknown' });
    expect(minuteCalls()).toBe(1);

    clock.advance(20 * HOUR_MS);
    await eventually(async () => (await from(0, position)).status !== 'unknown');
    expect(minuteCalls()).toBe(2);
  });

  it('asks for no minutes where the place has none', async () => {
    expect(await from(0, 'lt=-80&lg=2.3')).toMatchObject({ status: 'unknown' });
    expect(minuteCalls()).toBe(0);
  });

  it('takes a 400 for no failure: the next positions are asked for', async () => {
    world.simulator.fault = { kind: '400', endpoint: 'minute', times: 8 };
    for (let count = 0; count < 8; count += 1) await from(count % 2, newPosition());
    expect((await from(0, newPosition())).status).not.toBe('unknown');
    expect(minuteCalls()).toBe(9);
  });

  it('does not stop other datasets when the quota of its own is spent', async () => {
    world.simulator.fault = { kind: '503-quota', endpoint: 'minute' };
    expect(await from(0, newPosition())).toMatchObject({ status: 'unknown' });
    expect(await from(1, newPosition())).toMatchObject({ status: 'unknown' });
    expect(minuteCalls()).toBe(1);
    for (const pod of world.apis) {
      expect((await world.get(`/v1/conditions?${newPosition()}`, pod)).status).toBe(200);
    }
  });
});

describe('rain in the next hour, with a fallback', () => {
  let openMeteo: OpenMeteoSimulator;
  let world: World;

  beforeAll(async () => {
    openMeteo = new OpenMeteoSimulator();
    const { url } = await openMeteo.start();
    world = await World.start({
      environment: { FALLBACK_PROVIDER: 'open-meteo', OPEN_METEO_URL: url },
      now: Date.now,
    });
  });
  afterAll(async () => {
    await world.stop();
    await openMeteo.stop();
  });

  it.each([
    ['fails', '500'],
    ['does not cover the position', '400'],
  ] as const)(
    'comes from Open-Meteo where AccuWeather %s, in steps of 15 minutes',
    async (_how, kind) => {
      world.simulator.fault = { kind, endpoint: 'minute' };
      const body = await bodyOf(await world.get(`/v1/forecast/minutely?${newPosition()}`));
      expect(body).toMatchObject({ origin: 'open-meteo', resolutionMinutes: 15 });
      expect(body.status).not.toBe('unknown');
      expect(body.intervals).toHaveLength(12);
    },
  );

  it('comes from AccuWeather where it answers', async () => {
    world.simulator.fault = undefined;
    const body = await bodyOf(await world.get(`/v1/forecast/minutely?${newPosition()}`));
    expect(body).toMatchObject({ origin: 'accwea', resolutionMinutes: 1 });
  });
});
