import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Token } from '../packages/watch-client/http/token-cache.js';
import { WatchClient, type WatchClientOptions } from '../packages/watch-client/watch-client.js';
import { MovedClock } from './support/preloads/moved-clock.js';
import { World } from './support/world.js';

const MIDNIGHT_MS = Date.UTC(2024, 6, 9);
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const POLLS_A_DAY = 144;
/** Of a day of glances: a glance is sent again when one of its parts becomes stale or fresh, `s` says which. */
const MAX_GLANCE_BYTES = 26_000;
const MAX_CONDITIONS_BYTES = 20_000;

/** Counts the network traffic of a watch. */
class Traffic {
  requests = 0;
  bodies = 0;
  bodyBytes = 0;

  readonly fetch: typeof fetch = async (url, init) => {
    const response = await fetch(url, init);
    const bytes = await response.clone().arrayBuffer();
    this.requests += 1;
    this.bodies += Number(response.status === 200);
    this.bodyBytes += bytes.byteLength;
    return response;
  };
}

describe('WatchClient against the API', () => {
  let clock: MovedClock;
  let world: World;
  /** The interval of the provider's observations. */
  let observedEveryMs = 1;
  let traffic: Traffic;

  beforeAll(async () => {
    clock = new MovedClock(MIDNIGHT_MS);
    world = await World.start({
      environment: clock.environment,
      now: () => Math.floor(clock.nowMs() / observedEveryMs) * observedEveryMs,
    });
  });
  afterAll(async () => {
    await (world as World | undefined)?.stop();
    clock.remove();
  });
  beforeEach(() => {
    observedEveryMs = 1;
    traffic = new Traffic();
    world.simulator.fault = undefined;
  });

  const watch = (options: Partial<WatchClientOptions> = {}): WatchClient =>
    new WatchClient({
      baseUrl: world.api.url,
      token: () => tokenOf(world.token),
      now: clock.nowMs,
      fetch: traffic.fetch,
      ...options,
    });

  async function tokenOf(value: string): Promise<Token> {
    return { value, expiresAtMs: clock.nowMs() + 24 * HOUR_MS };
  }

  /** Polls every ten minutes for a day. */
  async function everyTenMinutes(poll: () => Promise<unknown>): Promise<void> {
    for (let polls = 0; polls < POLLS_A_DAY; polls += 1) {
      await poll();
      clock.advance(10 * MINUTE_MS);
    }
  }

  it.each([
    ['Paris', { latitude: 48.8705, longitude: 2.3049 }],
    ['Singapore', { latitude: 1.3521, longitude: 103.8198 }],
    ['Auckland', { latitude: -36.8485, longitude: 174.7633 }],
  ])(
    'receives under 26 kB of bodies when it polls a glance of %s every 10 min for a day of changing weather',
    async (_place, at) => {
      const client = watch();
      const faces = new Set<string>();
      let compared = 0;
      await everyTenMinutes(async () => {
        const bodiesBefore = traffic.bodies;
        const { body, error, stale } = await client.glance(at);
        expect(error).toBeNull();
        expect(body.x).toBeUndefined();
        const { t: _, e: _expiry, s: isOld, ...weather } = body;
        faces.add(JSON.stringify(weather));
        // A stale copy, or a 304 for one, is replaced by a refresh while it is compared.
        if (stale || isOld > 0 || traffic.bodies === bodiesBefore) return;
        compared += 1;
        const inFull = await world.get(`/v1/glance?lt=${at.latitude}&lg=${at.longitude}`);
        expect(await inFull.json()).toMatchObject(weather);
      });

      expect(compared).toBeGreaterThan(10);
      expect(faces.size).toBeGreaterThan(40);
      expect(traffic.bodies).toBeGreaterThanOrEqual(faces.size);
      expect(traffic.requests).toBeLessThanOrEqual(POLLS_A_DAY);
      expect(traffic.bodyBytes).toBeGreaterThan(5_000);
      expect(traffic.bodyBytes).toBeLessThan(MAX_GLANCE_BYTES);
    },
  );

  it('receives under 20 kB of bodies in a day when it polls hourly observed conditions', async () => {
    observedEveryMs = HOUR_MS;
    const client = watch();
    await everyTenMinutes(() => client.conditions({ latitude: 40.7128, longitude: -74.006 }));

    expect(traffic.bodies).toBeGreaterThanOrEqual(20);
    expect(traffic.bodyBytes).toBeLessThan(MAX_CONDITIONS_BYTES);
  });

  it('shows several places with one request, those at sea with the problem of the service', async () => {
    const places = await watch().glances([
      { latitude: 35.6762, longitude: 139.6503 },
      { latitude: 0, longitude: -30 },
    ]);

    expect(places.body).toMatchObject([
      { status: 200, glance: { v: 1, o: 540 } },
      { status: 404, problem: { type: '/problems/no-weather-here' } },
    ]);
    expect(places).toMatchObject({ stale: false, error: null });
    expect(traffic.requests).toBe(1);
  });

  it('requests each representation once when it is polled for all of them every second', async () => {
    const at = { latitude: 35.6762, longitude: 139.6503 };
    const client = watch();
    for (let second = 0; second < 60; second += 1) {
      await Promise.all([
        client.conditions(at),
        client.hourlyForecast(at, { hours: 24 }),
        client.dailyForecast(at, { days: 3 }),
        client.alerts(at, {}),
        client.glance(at, { units: 'imperial' }),
        client.precipitation(at),
        client.uvIndex(at),
      ]);
      clock.advance(1_000);
    }

    expect(traffic).toMatchObject({ requests: 7, bodies: 7 });
  });

  it('replaces a token that the service rejects', async () => {
    const tokens = ['a.forged.token', world.token];
    const client = watch({ token: () => tokenOf(tokens.shift() ?? '') });

    expect(await client.uvIndex({ latitude: 52.52, longitude: 13.405 })).toMatchObject({
      body: { uvidx: expect.any(Number) },
      error: null,
    });
    expect(tokens).toEqual([]);
  });

  it('returns the cached weather while the service does not respond, and new weather afterwards', async () => {
    const at = { latitude: 50.0755, longitude: 14.4378 };
    const client = watch({ timeoutMs: 2_000 });
    const { body } = await client.glance(at);
    clock.advance(20 * MINUTE_MS);
    world.api.signal('SIGSTOP');
    const cached = await client.glance(at);
    world.api.signal('SIGCONT');
    expect(cached).toMatchObject({ body, stale: true, error: { code: 'unreachable' } });

    clock.advance(cached.nextRequestAtMs - clock.nowMs());
    expect(await client.glance(at)).toMatchObject({ error: null });
  });

  it('throws no-weather-here at sea', async () => {
    await expect(watch().glance({ latitude: 0, longitude: -30 })).rejects.toMatchObject({
      code: 'no-weather-here',
      status: 404,
      problem: { instance: '/v1/glance' },
    });
  });
});
