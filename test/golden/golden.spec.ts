import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { decode } from 'cborg';
import { sunTimes } from '../../packages/simulated-weather/astronomy/sun.js';
import { SEARCH_PATH } from '../support/fixed-upstream.js';
import {
  expectedConditions,
  expectedDays,
  expectedGlance,
  expectedHours,
  expectedPrecipitation,
} from './expected.js';
import { UNITS, type Units } from './in-units.js';
import type { Scene } from './said.js';
import { SCENES } from './scenes.js';
import { playing, Stage } from './stage.js';
import { firstHourMs, locationBody } from './wire.js';

type Body = Record<string, unknown>;

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const KM_PER_DEGREE = 111.195;

/** What each place's clock says at 11:20 UTC on 21 June 2026, and which day it is there. */
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
  'units that were not asked for': ['-04:00', '2026-06-21'],
};
/** [status, how many, glance's flag]; where it is not said here, somebody watches and sees no danger. */
const DANGER: Readonly<Record<string, readonly [string, number, 0 | 1 | null]>> = {
  rain: ['active', 2, 1],
  night: ['unknown', 0, null],
};
/** How long an answer is fresh; a tenth more or less is jitter. */
const FRESH_FOR_MINUTES = { conditions: 10, hourly: 30, daily: 60, alerts: 5 } as const;

let stage: Stage;

beforeAll(async () => {
  const known = playing(SCENES);
  stage = await Stage.set(SCENES[0]?.at ?? '', (path, query) => {
    const [latitude = 0, longitude = 0] = (query.get('q') ?? '').split(',').map(Number);
    const km = DISTANCES.find(({ near }) => Math.abs(latitude - near) < 1)?.km;
    if (path !== SEARCH_PATH || km === undefined) return known(path, query);
    const position = [latitude + km / KM_PER_DEGREE, longitude] as const;
    return locationBody({ ...(SCENES[0] as Scene), position });
  });
  await stage.ready();
});
afterAll(() => stage.clear());

/** Places due north of where they are looked for. */
const DISTANCES = [
  { near: 10, km: 49 },
  { near: 20, km: 51 },
];

function query({ position: [lt, lg] }: Scene, units: Units): string {
  return `lt=${lt}&lg=${lg}&units=${units}`;
}

async function read(path: string): Promise<{ body: Body; centre: readonly [number, number] }> {
  const answer = await stage.get(path);
  expect([path, answer.status]).toEqual([path, 200]);
  const at = new URL(answer.headers.get('content-location') ?? '', 'http://api').searchParams;
  const centre = [Number(at.get('lt')), Number(at.get('lg'))] as const;
  return { body: (await answer.json()) as Body, centre };
}

/** What every body of v1 says beside its weather. */
function around(scene: Scene, units: Units, centre: readonly [number, number]): Body {
  const { name, country, zone } = scene.place;
  return {
    stale: false,
    units,
    origin: 'accwea',
    attribution: { name: 'AccuWeather', url: 'https://www.accuweather.com/', licenceUrl: null },
    place: { name, country, timeZone: zone, distanceKm: distanceKm(scene.position, centre) },
  };
}

/** By the angle between two directions from the middle of the Earth; to 0.1 km. */
function distanceKm(a: readonly [number, number], b: readonly [number, number]): number {
  const [p, q] = [directionOf(a), directionOf(b)];
  const chord = Math.hypot(...p.map((value, axis) => value - (q[axis] ?? 0)));
  return Math.round(2 * 6_371.0088 * Math.asin(chord / 2) * 10) / 10;
}

function directionOf([latitude, longitude]: readonly [number, number]): number[] {
  const [north, east] = [(latitude * Math.PI) / 180, (longitude * Math.PI) / 180];
  return [Math.cos(north) * Math.cos(east), Math.cos(north) * Math.sin(east), Math.sin(north)];
}

/** Takes `expiresAt` and `issuedAt` out, once they are right. */
function ageless(body: Body, dataset: keyof typeof FRESH_FOR_MINUTES): Body {
  const { expiresAt, issuedAt, ...weather } = body;
  const freshForMs = FRESH_FOR_MINUTES[dataset] * MINUTE_MS;
  const aheadMs = Date.parse(String(expiresAt)) - stage.nowMs();
  expect(aheadMs).toBeLessThanOrEqual(1.1 * freshForMs + 1_000);
  expect(aheadMs).toBeGreaterThan(0.9 * freshForMs - MINUTE_MS);
  if (dataset === 'conditions') return weather;
  expect(Math.abs(Date.parse(String(issuedAt)) - stage.nowMs())).toBeLessThan(MINUTE_MS);
  return weather;
}

const local = ({ name }: Scene): readonly [offset: string, today: string] => {
  const found = LOCAL[name];
  if (!found) throw new Error(`nobody wrote down the time of ${name}`);
  return found;
};

function localTime(scene: Scene, atMs: number): string {
  const [offset] = local(scene);
  const utc = new Date(`${new Date(atMs).toISOString().slice(0, -1)}${offset}`);
  const asLocal = new Date(2 * atMs - utc.getTime()).toISOString();
  return asLocal.replace('.000Z', offset);
}

/** The sun of a day by other astronomy than the API's: rise and set, or undefined when it does neither. */
function sunOf(scene: Scene, date: string): readonly number[] | undefined {
  const [latitude, longitude] = scene.position;
  const noonMs = Date.parse(`${date}T12:00:00${local(scene)[0]}`);
  const times = sunTimes({ latitude, longitude }, noonMs);
  return times && [times.riseMs, times.setMs];
}

/** The sun of a day that the provider does not tell of; true, or what is wrong with it. */
function expectComputedSun(scene: Scene, { date, sunrise, sunset }: Body): void {
  const expected = sunOf(scene, String(date));
  if (!expected) return expect([sunrise, sunset]).toEqual([null, null]);
  for (const [index, time] of [sunrise, sunset].entries()) {
    expect(String(time)).toMatch(new RegExp(`\\${local(scene)[0]}$`));
    const awayMs = Math.abs(Date.parse(String(time)) - (expected[index] ?? NaN));
    expect(awayMs).toBeLessThan(3 * MINUTE_MS);
  }
}

describe.each(SCENES)('$name', (scene) => {
  const [, today] = local(scene);
  const [status, count, flag] = DANGER[scene.name] ?? ['none', 0, 0];

  describe.each(UNITS)('in %s units', (units) => {
    it('is right in /prcpt and /uvidx', async () => {
      const { body } = await read(`/prcpt?${query(scene, units)}`);
      expect(body).toEqual(expectedPrecipitation(scene, units));
      const { body: uv } = await read(`/uvidx?${query(scene, units)}`);
      expect(uv).toEqual({ uvidx: scene.now.uv });
    });

    it('is right in /v1/conditions', async () => {
      const { body, centre } = await read(`/v1/conditions?${query(scene, units)}`);
      expect(ageless(body, 'conditions')).toEqual({
        ...around(scene, units, centre),
        ...expectedConditions(scene, units),
      });
    });

    it('is right in /v1/forecast/hourly', async () => {
      const { body, centre } = await read(`/v1/forecast/hourly?${query(scene, units)}&hours=24`);
      const running = firstHourMs(scene) + HOUR_MS;
      expect(ageless(body, 'hourly')).toEqual({
        ...around(scene, units, centre),
        hours: expectedHours(scene, units).map((hour, index) => ({
          time: localTime(scene, running + index * HOUR_MS),
          ...hour,
        })),
      });
    });

    it('is right in /v1/forecast/daily', async () => {
      const { body, centre } = await read(`/v1/forecast/daily?${query(scene, units)}&days=10`);
      const days = body['days'] as Body[];
      const expected = expectedDays(scene, units, today).map((day, index) => {
        const { sunrise, sunset } = days[index] ?? {};
        if (day['sunrise'] !== null) return day;
        expectComputedSun(scene, { ...day, sunrise, sunset });
        return { ...day, sunrise, sunset };
      });
      expect(ageless(body, 'daily')).toEqual({ ...around(scene, units, centre), days: expected });
    });

    it('is right in /v1/alerts', async () => {
      const { body, centre } = await read(`/v1/alerts?${query(scene, units)}`);
      const { alerts, issuedAt, ...told } = body;
      expect(alerts).toHaveLength(count);
      if (status === 'unknown') {
        const { expiresAt: _, ...context } = told;
        expect({ ...context, issuedAt }).toEqual({
          ...around(scene, units, centre),
          status,
          issuedAt: null,
        });
      } else {
        expect(ageless({ ...told, issuedAt }, 'alerts')).toEqual({
          ...around(scene, units, centre),
          status,
        });
      }
    });

    it('is right in /v1/glance, as JSON of at most 400 bytes and as CBOR', async () => {
      const answer = await stage.get(`/v1/glance?${query(scene, units)}`);
      const json = await answer.text();
      expect(Buffer.byteLength(json)).toBeLessThanOrEqual(400);
      const { e, ...glance } = JSON.parse(json) as Body;
      expect(glance).toEqual(expectedGlance(scene, units, today, flag));
      expect(Number(e) * 1_000).toBeGreaterThan(stage.nowMs());

      const accept = { accept: 'application/cbor' };
      const cbor = await stage.get(`/v1/glance?${query(scene, units)}`, accept);
      expect(decode(new Uint8Array(await cbor.arrayBuffer()))).toEqual({ e, ...glance });
    });
  });
});

describe('alerts', () => {
  it('come with the gravest first, in the words of the authority, in times of the place', async () => {
    const { body } = await read(`/v1/alerts?${query(SCENES[0] as Scene, 'metric')}`);
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

describe('the words of an answer', () => {
  it.each([
    ['&lang=fr-CA', {}, 'fr', 'Pluie'],
    ['', { 'accept-language': 'ja, en;q=0.5' }, 'ja', '雨'],
    ['&lang=tlh', { 'accept-language': 'de' }, 'de', 'Regen'],
    ['', {}, 'en', 'Rain'],
  ])('are those of "%s" and %j: %s', async (lang, headers, language, text) => {
    const path = `/v1/conditions?${query(SCENES[0] as Scene, 'metric')}${lang}`;
    const answer = await stage.get(path, headers);
    expect(answer.headers.get('content-language')).toBe(language);
    expect(await answer.json()).toMatchObject({ condition: 'rain', text });
  });
});

describe('a place', () => {
  it('49 km away still stands for the position, and says so', async () => {
    const { body } = await read('/v1/conditions?lt=10.2&lg=20.2');
    expect(body['place']).toMatchObject({ name: 'Paris 08', distanceKm: 49 });
  });

  it.each(['/prcpt', '/uvidx', '/v1/conditions', '/v1/forecast/hourly', '/v1/forecast/daily'])(
    '51 km away does not: %s',
    async (path) => {
      const answer = await stage.get(`${path}?lt=20.2&lg=20.2`);
      expect(answer.status).toBe(404);
      expect(await answer.json()).toMatchObject({ type: '/problems/no-weather-here' });
    },
  );

  it.each(['/v1/alerts', '/v1/glance'])('51 km away has no %s either', async (path) => {
    expect((await stage.get(`${path}?lt=20.2&lg=20.2`)).status).toBe(404);
  });
});
