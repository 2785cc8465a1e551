import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { decode } from 'cborg';
import { isDaylight, sunTimes } from '../../packages/simulated-weather/astronomy/sun.js';
import { DATASETS, type DatasetName } from '../../src/weather/datasets/registry.js';
import { SEARCH_PATH } from '../support/fixed-upstream.js';
import {
  expectedConditions,
  expectedDays,
  expectedGlance,
  expectedHours,
  expectedPrecipitation,
  reportedDaylight,
} from './expected.js';
import { UNITS, type Units } from './in-units.js';
import type { Scenario } from './provider-data.js';
import { SCENARIOS } from './scenarios.js';
import { answersFor, ScenarioApi } from './scenario-api.js';
import { firstHourMs, locationBody } from './wire.js';

type Body = Record<string, unknown>;

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const KM_PER_DEGREE = 111.195;

/** The UTC offset and the local date of each scenario at 11:20 UTC on 21 June 2026. */
const LOCAL: Readonly<Record<string, readonly [offset: string, today: string]>> = {
  rain: ['+02:00', '2026-06-21'],
  snow: ['-03:00', '2026-06-21'],
  night: ['-10:00', '2026-06-21'],
  fog: ['-05:00', '2026-06-21'],
  nulls: ['+05:45', '2026-06-21'],
  'polar day': ['+02:00', '2026-06-21'],
  '+14:00': ['+14:00', '2026-06-22'],
  Auckland: ['+12:00', '2026-06-21'],
  'unknown icon': ['+03:00', '2026-06-21'],
  'unknown unit code': ['+13:00', '2026-06-22'],
  'units that were not requested': ['-04:00', '2026-06-21'],
};
/** Alerts as [status, count, glance flag]; a scenario without an entry has status `none`. */
const ALERTS: Readonly<Record<string, readonly [string, number, 0 | 1 | null]>> = {
  rain: ['active', 2, 1],
  night: ['unknown', 0, null],
};

let api: ScenarioApi;

beforeAll(async () => {
  const known = answersFor(SCENARIOS);
  api = await ScenarioApi.start(SCENARIOS[0]?.at ?? '', (path, query) => {
    const [latitude = 0, longitude = 0] = (query.get('q') ?? '').split(',').map(Number);
    const km = DISTANCES.find(({ near }) => Math.abs(latitude - near) < 1)?.km;
    if (path !== SEARCH_PATH || km === undefined) return known(path, query);
    const position = [latitude + km / KM_PER_DEGREE, longitude] as const;
    return locationBody({ ...(SCENARIOS[0] as Scenario), position });
  });
  await api.untilReady();
});
afterAll(() => api.stop());

/** Places due north of the requested position. */
const DISTANCES = [
  { near: 10, km: 49 },
  { near: 20, km: 51 },
];

function query({ position: [lt, lg] }: Scenario, units: Units): string {
  return `lt=${lt}&lg=${lg}&units=${units}`;
}

async function read(path: string): Promise<{ body: Body; centre: readonly [number, number] }> {
  const answer = await api.get(path);
  expect([path, answer.status]).toEqual([path, 200]);
  const at = new URL(answer.headers.get('content-location') ?? '', 'http://api').searchParams;
  const centre = [Number(at.get('lt')), Number(at.get('lg'))] as const;
  return { body: (await answer.json()) as Body, centre };
}

/** The fields of every v1 body besides the weather. */
function contextOf(scenario: Scenario, units: Units, centre: readonly [number, number]): Body {
  const { name, country, zone } = scenario.place;
  return {
    stale: false,
    units,
    origin: 'accwea',
    attribution: { name: 'AccuWeather', url: 'https://www.accuweather.com/', licenceUrl: null },
    place: { name, country, timeZone: zone, distanceKm: distanceKm(scenario.position, centre) },
  };
}

/** The great-circle distance, rounded to 0.1 km. */
function distanceKm(a: readonly [number, number], b: readonly [number, number]): number {
  const [p, q] = [directionOf(a), directionOf(b)];
  const chord = Math.hypot(...p.map((value, axis) => value - (q[axis] ?? 0)));
  return Math.round(2 * 6_371.0088 * Math.asin(chord / 2) * 10) / 10;
}

function directionOf([latitude, longitude]: readonly [number, number]): number[] {
  const [north, east] = [(latitude * Math.PI) / 180, (longitude * Math.PI) / 180];
  return [Math.cos(north) * Math.cos(east), Math.cos(north) * Math.sin(east), Math.sin(north)];
}

/** Checks `expiresAt`, which deviates by up to 10 % of jitter, and `issuedAt`; returns the body without them. */
function withoutAge(body: Body, dataset: DatasetName): Body {
  const { expiresAt, issuedAt, ...weather } = body;
  const freshForMs = DATASETS[dataset].freshness.freshAtLeastMs;
  const aheadMs = Date.parse(String(expiresAt)) - api.nowMs();
  expect(aheadMs).toBeLessThanOrEqual(1.1 * freshForMs + 1_000);
  expect(aheadMs).toBeGreaterThan(0.9 * freshForMs - MINUTE_MS);
  if (dataset === 'conditions') return weather;
  expect(Math.abs(Date.parse(String(issuedAt)) - api.nowMs())).toBeLessThan(MINUTE_MS);
  return weather;
}

const local = ({ name }: Scenario): readonly [offset: string, today: string] => {
  const found = LOCAL[name];
  if (!found) throw new Error(`LOCAL has no entry for ${name}`);
  return found;
};

function localTime(scenario: Scenario, atMs: number): string {
  const [offset] = local(scenario);
  const utc = new Date(`${new Date(atMs).toISOString().slice(0, -1)}${offset}`);
  const asLocal = new Date(2 * atMs - utc.getTime()).toISOString();
  return asLocal.replace('.000Z', offset);
}

/** Sunrise and sunset by an independent calculation; undefined when the sun does not rise or set. */
function sunOf(scenario: Scenario, date: string): readonly number[] | undefined {
  const [latitude, longitude] = scenario.position;
  const noonMs = Date.parse(`${date}T12:00:00${local(scenario)[0]}`);
  const times = sunTimes({ latitude, longitude }, noonMs);
  return times && [times.riseMs, times.setMs];
}

interface Glance extends Body {
  readonly su: (number | null)[];
  readonly n: Body;
  readonly h: Body;
}

/** The minutes of an offset such as `-09:30`. */
function minutesOf(offset: string): number {
  const [hours = 0, minutes = 0] = offset.slice(1).split(':').map(Number);
  return (offset.startsWith('-') ? -1 : 1) * (60 * hours + minutes);
}

/** Minutes after midnight, by the clock. */
const clock = (time: string): number =>
  60 * Number(time.slice(11, 13)) + Number(time.slice(14, 16));

/** Sunrise and sunset on the clock of the place: reported, or computed by an independent calculation. */
function expectSunOfToday(scenario: Scenario, today: string, su: Glance['su']): void {
  const { sunrise = null, sunset = null } = scenario.days.find(({ date }) => date === today) ?? {};
  if (sunrise && sunset) {
    return expect(su).toEqual([clock(sunrise), clock(sunset)]);
  }
  const expected = sunOf(scenario, today);
  // In these scenarios only midsummer in the far north has no sunrise and sunset.
  if (!expected) return expect(su).toEqual([1]);
  const midnightMs = Date.parse(`${today}T00:00:00${local(scenario)[0]}`);
  for (const [index, minutes] of su.entries()) {
    const awayMs = Math.abs(midnightMs + Number(minutes) * MINUTE_MS - (expected[index] ?? NaN));
    expect(awayMs).toBeLessThan(4 * MINUTE_MS);
  }
}

/** Day and night as the provider says; else by the sun at the instant of the observation or the hour. */
function expectDaylight(scenario: Scenario, now: unknown, mask: unknown): void {
  const { at } = scenario;
  const [latitude, longitude] = scenario.position;
  const byDay = (reported: boolean | null, atMs: number): number =>
    Number(reported ?? isDaylight({ latitude, longitude }, atMs));
  expect(now).toBe(byDay(scenario.now.isDay, Date.parse(at)));
  const running = firstHourMs(scenario) + HOUR_MS;
  const bits = reportedDaylight(scenario).map(
    (isDay, index) => byDay(isDay, running + index * HOUR_MS) << index,
  );
  expect(mask).toBe(bits.reduce((sum, bit) => sum + bit, 0));
}

/** Checks computed sun times for a day whose sun times the provider does not report. */
function expectComputedSun(scenario: Scenario, { date, sunrise, sunset }: Body): void {
  const expected = sunOf(scenario, String(date));
  if (!expected) return expect([sunrise, sunset]).toEqual([null, null]);
  for (const [index, time] of [sunrise, sunset].entries()) {
    expect(String(time)).toMatch(new RegExp(`\\${local(scenario)[0]}$`));
    const awayMs = Math.abs(Date.parse(String(time)) - (expected[index] ?? NaN));
    expect(awayMs).toBeLessThan(3 * MINUTE_MS);
  }
}

describe.each(SCENARIOS)('the scenario "$name"', (scenario) => {
  const [, today] = local(scenario);
  const [status, count, flag] = ALERTS[scenario.name] ?? ['none', 0, 0];

  describe.each(UNITS)('in %s units', (units) => {
    it('is served correctly on /prcpt and /uvidx', async () => {
      const { body } = await read(`/prcpt?${query(scenario, units)}`);
      expect(body).toEqual(expectedPrecipitation(scenario, units));
      const { body: uv } = await read(`/uvidx?${query(scenario, units)}`);
      expect(uv).toEqual({ uvidx: scenario.now.uv });
    });

    it('is served correctly on /v1/conditions', async () => {
      const { body, centre } = await read(`/v1/conditions?${query(scenario, units)}`);
      expect(withoutAge(body, 'conditions')).toEqual({
        ...contextOf(scenario, units, centre),
        ...expectedConditions(scenario, units),
      });
    });

    it('is served correctly on /v1/forecast/hourly', async () => {
      const { body, centre } = await read(`/v1/forecast/hourly?${query(scenario, units)}&hours=24`);
      const running = firstHourMs(scenario) + HOUR_MS;
      expect(withoutAge(body, 'hourly')).toEqual({
        ...contextOf(scenario, units, centre),
        hours: expectedHours(scenario, units).map((hour, index) => ({
          time: localTime(scenario, running + index * HOUR_MS),
          ...hour,
        })),
      });
    });

    it('is served correctly on /v1/forecast/daily', async () => {
      const { body, centre } = await read(`/v1/forecast/daily?${query(scenario, units)}&days=10`);
      const days = body['days'] as Body[];
      const expected = expectedDays(scenario, units, today).map((day, index) => {
        const { sunrise, sunset } = days[index] ?? {};
        if (day['sunrise'] !== null) return day;
        expectComputedSun(scenario, { ...day, sunrise, sunset });
        return { ...day, sunrise, sunset };
      });
      expect(withoutAge(body, 'daily')).toEqual({
        ...contextOf(scenario, units, centre),
        days: expected,
      });
    });

    it('is served correctly on /v1/alerts', async () => {
      const { body, centre } = await read(`/v1/alerts?${query(scenario, units)}`);
      const { alerts, issuedAt, ...rest } = body;
      expect(alerts).toHaveLength(count);
      if (status === 'unknown') {
        const { expiresAt: _, ...context } = rest;
        expect({ ...context, issuedAt }).toEqual({
          ...contextOf(scenario, units, centre),
          status,
          issuedAt: null,
        });
      } else {
        expect(withoutAge({ ...rest, issuedAt }, 'alerts')).toEqual({
          ...contextOf(scenario, units, centre),
          status,
        });
      }
    });

    it('is served correctly on /v1/glance, as JSON of at most 400 bytes and as CBOR', async () => {
      const answer = await api.get(`/v1/glance?${query(scenario, units)}`);
      const json = await answer.text();
      expect(Buffer.byteLength(json)).toBeLessThanOrEqual(400);
      const { e, ...glance } = JSON.parse(json) as Glance;
      const [offset] = local(scenario);
      const facts = { today, o: minutesOf(offset), al: flag };
      const { su, n, h, ...rest } = glance;
      const [{ l: now, ...weather }, { l: mask, ...hours }] = [n, h];
      expect({ ...rest, n: weather, h: hours }).toEqual(expectedGlance(scenario, units, facts));
      expectSunOfToday(scenario, today, su);
      expectDaylight(scenario, now, mask);
      expect(Number(e) * 1_000).toBeGreaterThan(api.nowMs());

      const accept = { accept: 'application/cbor' };
      const cbor = await api.get(`/v1/glance?${query(scenario, units)}`, accept);
      expect(decode(new Uint8Array(await cbor.arrayBuffer()))).toEqual({ e, ...glance });
    });
  });
});

describe('alerts', () => {
  it('are sorted by severity, with the text of the authority and local times', async () => {
    const { body } = await read(`/v1/alerts?${query(SCENARIOS[0] as Scenario, 'metric')}`);
    const gale = {
      id: '4711',
      title: 'Wind warning',
      severity: 'severe',
      category: 'WIND',
      source: 'Weather Office',
      area: 'Paris',
      text: 'Gusts of 110 km/h. Stay at home.',
      startsAt: '2026-06-21T08:00:00+02:00',
      endsAt: '2026-06-21T23:00:00+02:00',
    };
    const flood = { ...gale, id: '9', title: 'Flood', severity: 'extreme', endsAt: null };
    expect(body['alerts']).toEqual([flood, gale]);
  });
});

describe('the language of an answer', () => {
  it.each([
    ['&lang=fr-CA', {}, 'fr', 'Pluie'],
    ['', { 'accept-language': 'ja, en;q=0.5' }, 'ja', '雨'],
    ['&lang=tlh', { 'accept-language': 'de' }, 'de', 'Regen'],
    ['', {}, 'en', 'Rain'],
  ])('for the query "%s" and the headers %j is %s', async (lang, headers, language, text) => {
    const path = `/v1/conditions?${query(SCENARIOS[0] as Scenario, 'metric')}${lang}`;
    const answer = await api.get(path, headers);
    expect(answer.headers.get('content-language')).toBe(language);
    expect(await answer.json()).toMatchObject({ condition: 'rain', text });
  });
});

describe('the nearest place', () => {
  it('is used up to 49 km away, with its distance in the body', async () => {
    const { body } = await read('/v1/conditions?lt=10.2&lg=20.2');
    expect(body['place']).toMatchObject({ name: 'Paris 08', distanceKm: 49 });
  });

  it.each(['/prcpt', '/uvidx', '/v1/conditions', '/v1/forecast/hourly', '/v1/forecast/daily'])(
    'is not used from 51 km away: 404 on %s',
    async (path) => {
      const answer = await api.get(`${path}?lt=20.2&lg=20.2`);
      expect(answer.status).toBe(404);
      expect(await answer.json()).toMatchObject({ type: '/problems/no-weather-here' });
    },
  );

  it.each(['/v1/alerts', '/v1/glance'])(
    'is not used from 51 km away either: 404 on %s',
    async (path) => {
      expect((await api.get(`${path}?lt=20.2&lg=20.2`)).status).toBe(404);
    },
  );
});
