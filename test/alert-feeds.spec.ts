import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { AlertFeedsSimulator } from '../apps/alert-feeds-simulator/alert-feeds-simulator.js';
import { alertAround } from '../apps/alert-feeds-simulator/simulated-alert.js';
import { eventually } from './support/eventually.js';
import { describeWithRedis, RedisServer } from './support/redis-server.js';
import { World } from './support/world.js';

interface Body {
  readonly status: string;
  readonly origin: string;
  readonly issuedAt: string;
  readonly expiresAt: string;
  readonly place: { readonly name: string | null; readonly timeZone: string | null };
  readonly attribution: { readonly name: string };
  readonly alerts: readonly Record<string, unknown>[];
}

interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const BERGEN = { latitude: 60.393, longitude: 5.324 };
const TORONTO = { latitude: 43.653, longitude: -79.383 };
const PARIS = { latitude: 48.857, longitude: 2.352 };
const STOCKHOLM = { latitude: 59.329, longitude: 18.069 };

let pointsUsed = 0;

/** Each in a box and a cell of its own. */
function newPointInColorado(): Point {
  pointsUsed += 1;
  return { latitude: 38.013 + 0.1 * (pointsUsed % 20), longitude: -106.013 + 0.1 * pointsUsed };
}

function environmentOf(url: string): Record<string, string> {
  return {
    ALERT_FEEDS: 'nws,met-norway',
    ALERT_FEEDS_CONTACT: 'ops@example.com',
    NWS_URL: url,
    MET_NORWAY_URL: url,
  };
}

async function alertsAt(world: World, { latitude, longitude }: Point, pod = 0): Promise<Body> {
  const path = `/v1/alerts?lt=${latitude}&lg=${longitude}`;
  const answer = await world.get(path, world.apis[pod]);
  expect(answer.status).toBe(200);
  return (await answer.json()) as Body;
}

const isAlertsCall = (call: string): boolean => /alerts/.test(call);

describe('alerts of an official feed', () => {
  let feeds: AlertFeedsSimulator;
  let world: World;

  beforeAll(async () => {
    feeds = new AlertFeedsSimulator();
    const { url } = await feeds.start();
    const environment = { ...environmentOf(url), LOG_LEVEL: 'trace' };
    world = await World.start({ environment, now: Date.now });
  });
  afterAll(async () => {
    await (world as World | undefined)?.stop();
    await feeds.stop();
  });
  beforeEach(() => {
    feeds.fault = undefined;
    feeds.alerts = [];
    feeds.resetCalls();
    world.simulator.fault = undefined;
    world.simulator.resetCalls();
  });

  const bodyAt = (point: Point): Promise<Body> => alertsAt(world, point);
  const paidCalls = (): number => world.simulator.calls.total;

  it('are those of the NWS in the United States, without a paid call', async () => {
    const point = newPointInColorado();
    feeds.alerts = [alertAround(point, Date.now())];
    const body = await bodyAt(point);

    expect(body).toMatchObject({
      status: 'active',
      origin: 'nws',
      attribution: { name: 'National Weather Service (NWS)' },
      place: { timeZone: 'America/Denver' },
      alerts: [{ title: 'Wind Advisory', severity: 'moderate', source: 'NWS Test Office' }],
    });
    expect(body.place.name).toMatch(/^Town /);
    expect(body.alerts[0]?.['startsAt']).toMatch(/-0[67]:00$/);
    expect(paidCalls()).toBe(0);
    expect(feeds.statuses).toEqual([200, 200, 200]);
  });

  it('are those of MET Norway there, in English, and not asked for again within ten minutes', async () => {
    feeds.alerts = [alertAround(BERGEN, Date.now(), { severity: 'Severe', event: 'Gale' })];
    const body = await bodyAt(BERGEN);

    expect(body).toMatchObject({
      status: 'active',
      origin: 'met-norway',
      attribution: { name: 'Data from MET Norway' },
      place: { timeZone: 'Europe/Oslo' },
      alerts: [{ title: 'Gale', severity: 'severe', source: 'MET Norway' }],
    });
    expect(body.alerts[0]?.['text']).toContain('Strong wind.');
    expect(Date.parse(body.expiresAt) - Date.parse(body.issuedAt)).toBeGreaterThan(10 * MINUTE_MS);
    expect(feeds.calls).toEqual([
      expect.stringMatching(/^\/weatherapi\/.*\?lat=60\.39&lon=5\.3[23]&lang=en$/),
    ]);
    expect(feeds.statuses).toEqual([200]);
    expect(paidCalls()).toBe(0);
  });

  it('are none where the feed says so, and then the message is its own', async () => {
    expect(await bodyAt(newPointInColorado())).toMatchObject({ status: 'none', origin: 'nws' });
  });

  it('are without tests, exercises, cancellations and hazards that have ended', async () => {
    const point = newPointInColorado();
    const past = Date.now() - MINUTE_MS;
    feeds.alerts = [
      alertAround(point, Date.now(), { id: 'test', status: 'Test' }),
      alertAround(point, Date.now(), { id: 'exercise', status: 'Exercise' }),
      alertAround(point, Date.now(), { id: 'cancel', messageType: 'Cancel' }),
      alertAround(point, past - HOUR_MS, { id: 'past', endsMs: past, expiresMs: past + HOUR_MS }),
    ];
    expect(await bodyAt(point)).toMatchObject({ status: 'none', origin: 'nws', alerts: [] });
  });

  it('stay in force when their message expires before the hazard begins, or has no end', async () => {
    const point = newPointInColorado();
    const onsetMs = Date.now() + 5 * HOUR_MS;
    const expiresMs = Date.now() + HOUR_MS;
    feeds.alerts = [
      alertAround(point, onsetMs, { id: 'later', expiresMs }),
      alertAround(point, onsetMs, { id: 'open', expiresMs, endsMs: null }),
    ];
    const { status, alerts } = await bodyAt(point);

    expect(status).toBe('active');
    expect(alerts).toMatchObject([{ id: 'later' }, { id: 'open', endsAt: null }]);
  });

  it.each([
    ['Paris', PARIS],
    ['Stockholm, beyond the border', STOCKHOLM],
  ])('are those of AccuWeather in %s, without a call to a feed', async (_where, point) => {
    expect(await bodyAt(point)).toMatchObject({ origin: 'accwea' });
    expect(feeds.calls).toEqual([]);
  });

  it('are those of AccuWeather where the feed has no point, which it is asked once', async () => {
    expect(await bodyAt(TORONTO)).toMatchObject({ origin: 'accwea' });
    expect(feeds.statuses).toEqual([404, 404]);
    expect(feeds.calls.filter(isAlertsCall)).toEqual([]);

    await bodyAt(TORONTO);
    expect(feeds.calls).toHaveLength(2);
  });

  it.each([
    '403',
    '404-html',
    '500',
    '503',
    'redirect',
    'html-200',
    'null',
    'empty-array',
    'cut-json',
    'wrong-types',
    'reset',
    'hang',
  ] as const)('are those of AccuWeather while the feed is broken: %s', async (fault) => {
    await eventually(async () => (await bodyAt(newPointInColorado())).origin === 'nws', 60_000);
    feeds.fault = fault;
    const body = await bodyAt(newPointInColorado());

    expect(body).toMatchObject({ origin: 'accwea' });
    expect(body.status).not.toBe('unknown');
    expect(world.simulator.calls.byEndpoint.alerts).toBe(1);
  });

  it('are unknown, never none, while AccuWeather fails as well', async () => {
    await eventually(async () => (await bodyAt(newPointInColorado())).origin === 'nws', 60_000);
    feeds.fault = '500';
    world.simulator.fault = { kind: '500', endpoint: 'alerts' };
    expect(await bodyAt(newPointInColorado())).toMatchObject({ status: 'unknown', alerts: [] });
  });

  it('leave no position in the log, though the NWS has it in the path of a URL', async () => {
    feeds.fault = 'html-200';
    const { latitude, longitude } = newPointInColorado();
    await bodyAt({ latitude, longitude });
    await eventually(() => /NWS (?:has no answer|.*circuit)/.test(world.api.output));

    const { output } = world.api;
    expect(feeds.calls.join()).toMatch(/\/points\/\d\d\.\d{2,4},-1?\d\d\.\d{2,4}/);
    expect(output).not.toContain('/points/');
    expect(output).not.toMatch(/-1?\d\d\.\d\d/);
  });
});

describeWithRedis('alerts of an official feed, from two pods', () => {
  let feeds: AlertFeedsSimulator;
  let redis: RedisServer;
  let world: World;

  beforeAll(async () => {
    feeds = new AlertFeedsSimulator();
    const { url } = await feeds.start();
    redis = await RedisServer.start();
    const environment = { ...environmentOf(url), REDIS_URL: redis.url };
    world = await World.start({ apis: 2, environment, now: Date.now });
  });
  afterAll(async () => {
    await (world as World | undefined)?.stop();
    await redis.stop();
    await feeds.stop();
  });

  /** On a busy machine a pod does without Redis now and then: another point shows it. */
  async function callsFor(points: (point: Point) => readonly Point[]): Promise<string[]> {
    feeds.resetCalls();
    const asked = points(newPointInColorado());
    for (const pod of [0, 1, 0, 1]) {
      for (const point of asked) {
        expect(await alertsAt(world, point, pod)).toMatchObject({ origin: 'nws' });
      }
    }
    return feeds.calls;
  }

  it('cost one call, and one look-up of the cell and of its box', async () => {
    await eventually(async () => {
      const calls = await callsFor((point) => [point]);
      return calls.length === 3 && calls.filter(isAlertsCall).length === 1;
    }, 30_000);
  });

  it('cost one call for all cells of a box', async () => {
    await eventually(async () => {
      const calls = await callsFor((point) => [
        point,
        { ...point, latitude: point.latitude + 0.015 },
      ]);
      return calls.filter(isAlertsCall).length === 1;
    }, 30_000);
  });
});
