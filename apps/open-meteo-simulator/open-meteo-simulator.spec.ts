import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { FAULT_KINDS, type FaultKind } from './fault-kinds.js';
import { OpenMeteoSimulator } from './open-meteo-simulator.js';

const NOW_SECONDS = Date.UTC(2026, 6, 9, 12, 34, 56) / 1000;
const HOUR_SECONDS = 3_600;
const PARIS = 'latitude=48.875&longitude=2.305&timeformat=unixtime';

type Body = Record<string, unknown> & {
  readonly [block in 'current' | 'hourly' | 'daily']: Record<string, number[]>;
};

let simulator: OpenMeteoSimulator;
let url: string;

beforeEach(async () => {
  simulator = new OpenMeteoSimulator({ now: () => NOW_SECONDS * 1000 });
  ({ url } = await simulator.start());
});
afterEach(() => simulator.stop());

const get = (query: string): Promise<Response> => fetch(`${url}/v1/forecast?${query}`);
const bodyOf = async (query: string): Promise<Body> => (await get(query)).json() as Promise<Body>;

describe('the simulated Open-Meteo weather', () => {
  it('depends only on place and time', async () => {
    const asked = `${PARIS}&current=temperature_2m,wind_speed_10m,pressure_msl`;
    const { current } = await bodyOf(asked);

    expect((await bodyOf(asked)).current).toEqual(current);
    expect((await bodyOf(asked.replace('48.875', '-33.875'))).current).not.toEqual(current);
  });

  it('exists in the open sea, in a nautical time zone', async () => {
    const body = await bodyOf(
      'latitude=-48.9&longitude=-123.4&daily=temperature_2m_max&timezone=auto',
    );

    expect(body).toMatchObject({ timezone: 'Etc/GMT+8', utc_offset_seconds: -8 * HOUR_SECONDS });
    expect(body.daily['temperature_2m_max']).toHaveLength(7);
  });

  it('has current values for the current quarter of an hour', async () => {
    const body = await bodyOf(`${PARIS}&current=is_day,uv_index`);

    expect(body.current).toMatchObject({
      time: Date.UTC(2026, 6, 9, 12, 30) / 1000,
      interval: 900,
    });
    expect(body['current_units']).toEqual({
      time: 'unixtime',
      interval: 'seconds',
      is_day: '',
      uv_index: '',
    });
  });

  it('has daily sums equal to the sum of the hours', async () => {
    let wettest = 0;
    for (let place = 0; place < 20; place += 1) {
      const body = await bodyOf(
        `latitude=${place * 3}&longitude=${place * 7}&forecast_days=2` +
          '&hourly=precipitation&daily=precipitation_sum',
      );
      // A row describes the hour that ends at its time.
      const hours = body.hourly['precipitation']!.slice(1, 25);
      const fallen = hours.reduce((sum, depth) => sum + depth, 0);
      expect(Math.abs(fallen - body.daily['precipitation_sum']![0]!)).toBeLessThan(0.13);
      wettest = Math.max(wettest, fallen);
    }
    expect(wettest).toBeGreaterThan(1);
  });
});

describe('the rows of a forecast', () => {
  it('start with the current hour when forecast_hours is set', async () => {
    const { hourly } = await bodyOf(`${PARIS}&hourly=temperature_2m&forecast_hours=25`);

    expect(hourly['time']).toHaveLength(25);
    expect(hourly['time']![0]).toBe(Date.UTC(2026, 6, 9, 12) / 1000);
  });

  it('of days start at local midnight', async () => {
    const body = await bodyOf(`${PARIS}&daily=sunrise,sunset&forecast_days=10&timezone=auto`);

    expect(body).toMatchObject({ timezone: 'Europe/Paris', utc_offset_seconds: 2 * HOUR_SECONDS });
    expect(body.daily['time']![0]).toBe(Date.UTC(2026, 6, 8, 22) / 1000);
    const [rise, set] = [body.daily['sunrise']![0]!, body.daily['sunset']![0]!];
    expect((set - rise) / HOUR_SECONDS).toBeCloseTo(16, 0);
  });

  it('have the vendor’s labels where the UTC offset is not a whole number of hours', async () => {
    const { hourly } = await bodyOf(
      `${PARIS}&hourly=is_day&forecast_hours=1&timezone=Asia/Kolkata`,
    );

    expect(hourly['time']![0]! % HOUR_SECONDS).toBe(HOUR_SECONDS / 2);
  });

  it('have local ISO 8601 times by default', async () => {
    const { daily, hourly } = await bodyOf(
      'latitude=48.875&longitude=2.305&daily=sunrise&hourly=is_day&timezone=auto',
    );

    expect(daily['time']![0]).toBe('2026-07-09');
    expect(daily['sunrise']![0]).toMatch(/^2026-07-09T0[56]:\d\d$/);
    expect(hourly['time']![0]).toBe('2026-07-09T00:00');
  });

  it('have sunrise and sunset at midnight in polar night, and a day apart in polar day', async () => {
    const days = 'daily=sunrise,sunset&forecast_days=1&timeformat=unixtime';
    const { daily: south } = await bodyOf(`latitude=-85&longitude=0&${days}`);
    const { daily: north } = await bodyOf(`latitude=85&longitude=0&${days}`);

    expect(south['sunset']![0]! - south['sunrise']![0]!).toBe(0);
    expect(north['sunset']![0]! - north['sunrise']![0]!).toBe(24 * HOUR_SECONDS);
  });
});

describe('an error response', () => {
  it.each([
    ['an unknown variable', `${PARIS}&hourly=lksdfj`],
    ['a latitude off the Earth', 'latitude=91&longitude=0'],
    ['no position', 'hourly=is_day'],
    ['an unknown time zone', `${PARIS}&timezone=Mars`],
    ['too many days', `${PARIS}&daily=sunrise&forecast_days=17`],
    ['another unit', `${PARIS}&temperature_unit=fahrenheit`],
  ])('is the answer to %s', async (_name, query) => {
    const response = await get(query);

    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({ error: true, reason: expect.any(String) });
  });

  it('is sent for a missing or wrong key', async () => {
    const closed = new OpenMeteoSimulator({ key: 'good' });
    const { url: where } = await closed.start();
    const statusOf = async (key: string): Promise<number> =>
      (await fetch(`${where}/v1/forecast?${PARIS}${key}`)).status;

    expect(await statusOf('')).toBe(401);
    expect(await statusOf('&apikey=bad')).toBe(400);
    expect(await statusOf('&apikey=good')).toBe(200);
    await closed.stop();
  });

  it('is sent on an unknown path', async () => {
    expect((await fetch(`${url}/v1/archive`)).status).toBe(404);
    expect(simulator.calls).toEqual([]);
  });
});

describe('a simulated Open-Meteo fault', () => {
  const BODIES = (Object.keys(FAULT_KINDS) as FaultKind[]).filter(
    (kind) => FAULT_KINDS[kind].effect === 'body',
  );

  it.each(BODIES)('replaces the weather by %s', async (kind) => {
    simulator.fault = kind;
    const response = await get(`${PARIS}&current=is_day`);
    const shown = FAULT_KINDS[kind] as { status: number; body: string };

    expect(response.status).toBe(shown.status);
    expect(await response.text()).toBe(shown.body);
  });

  it('can truncate the response, change its types or redirect', async () => {
    simulator.fault = 'cut-json';
    await expect(bodyOf(`${PARIS}&current=is_day`)).rejects.toThrow(/JSON/);

    simulator.fault = 'wrong-types';
    const { current } = await bodyOf(`${PARIS}&current=temperature_2m`);
    expect(current['temperature_2m']).toMatch(/^about /);

    simulator.fault = 'redirect';
    const response = await fetch(`${url}/v1/forecast?${PARIS}`, { redirect: 'manual' });
    expect(response.status).toBe(302);
  });

  it('can break the connection', async () => {
    simulator.fault = 'reset';
    await expect(get(PARIS)).rejects.toThrow();

    simulator.fault = 'hang';
    const impatient = { signal: AbortSignal.timeout(100) };
    await expect(fetch(`${url}/v1/forecast?${PARIS}`, impatient)).rejects.toThrow();
  });

  it('ends when it is removed, and its calls are counted', async () => {
    simulator.fault = '500';
    await get(PARIS);
    simulator.fault = undefined;

    expect((await get(PARIS)).status).toBe(200);
    expect(simulator.calls).toEqual([PARIS, PARIS]);
    simulator.resetCalls();
    expect(simulator.calls).toEqual([]);
  });
});
