import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { SEARCH_PATH } from '../support/fixed-upstream.js';
import type { Scenario } from './provider-data.js';
import { RAINY_HOURS, SCENARIOS } from './scenarios.js';
import { ScenarioApi } from './scenario-api.js';
import { conditionsBody, dailyBody, hourlyBody, locationBody } from './wire.js';

/*
 * Rain in the next hour, from answers of MinuteCast as recorded. The clock stands in the first half of a
 * minute, so that no request of the suite is in the next one.
 */

const NOW = '2026-06-21T11:20:02Z';

type Segment = readonly [from: number, to: number, type: string | null];
type Interval = readonly [minute: number, dbz: number, type?: string];

const segments = (...parts: readonly Segment[]): object => ({
  Summary: { Phrase: 'Text of the provider', Type: 'RAIN', TypeId: 1 },
  Summaries: parts.map(([StartMinute, EndMinute, Type]) => ({
    StartMinute,
    EndMinute,
    CountMinute: EndMinute - StartMinute + 1,
    MinuteText: 'Text for %minute_value min',
    Type,
    TypeId: Type === null ? 0 : 1,
  })),
  Link: 'http://weather.test/?lat=1&lon=2',
});

const intervals = (...parts: readonly Interval[]): object => ({
  Summary: { Phrase: 'Text of the provider', IconCode: 12 },
  Summaries: [{ StartMinute: 0, EndMinute: 119, MinutesText: 'Text', IconCode: 12 }],
  Intervals: parts.map(([Minute, Dbz, PrecipitationType]) => ({
    StartDateTime: '1999-01-01T00:00:00+00:00',
    StartEpochDateTime: Date.parse('2026-06-21T11:20:00Z') + Minute * 60_000,
    Minute,
    Dbz,
    ...(PrecipitationType !== undefined && { PrecipitationType, Threshold: 'LIGHT' }),
  })),
});

const dryFrom = (minute: number): Interval[] =>
  Array.from({ length: (120 - minute) / 5 }, (_, step) => [minute + step * 5, 0]);

/** By latitude. */
const ANSWERS: Readonly<Record<number, object>> = {
  1: segments([0, 11, null], [12, 31, 'RAIN'], [32, 119, null]),
  2: segments([0, 119, null]),
  3: segments([0, 19, 'RAIN'], [20, 119, null]),
  4: segments([0, 119, 'SNOW']),
  5: intervals([0, 0], [5, 23, 'Rain'], [10, 30, 'Rain'], ...dryFrom(15)),
};
const NOT_COVERED = 6;
const DRY_HOURS = 7;

/** The first scenario, whose hours are wet, at this time of the suite. */
const RAINY: Scenario = { ...(SCENARIOS[0] as Scenario), at: NOW };
const DRY: Scenario = {
  ...RAINY,
  hours: RAINY_HOURS.filter(({ probability }) => !(Number(probability) > 1)),
};

const PARTS: readonly (readonly [path: string, body: (scenario: Scenario) => object])[] = [
  ['/currentconditions/', conditionsBody],
  ['/forecasts/v1/hourly/', hourlyBody],
  ['/forecasts/v1/daily/', dailyBody],
];

let api: ScenarioApi;
/** The latitudes of the calls for minutes. */
const minutesAskedIn: number[] = [];

function answerIn(latitude: number): object | undefined {
  minutesAskedIn.push(latitude);
  return ANSWERS[latitude];
}

beforeAll(async () => {
  api = await ScenarioApi.start(NOW, (path, query) => {
    const [latitude = 0, longitude = 0] = (query.get('q') ?? '').split(',').map(Number);
    const part = PARTS.find(([start]) => path.startsWith(start))?.[1];
    if (part) return part(path.endsWith(`/${DRY_HOURS}`) ? DRY : RAINY);
    if (path !== SEARCH_PATH) return answerIn(Math.floor(latitude));
    const Key = String(Math.floor(latitude));
    const place = { ...locationBody({ ...RAINY, position: [latitude, longitude] }), Key };
    return Math.floor(latitude) === NOT_COVERED ? { ...place, DataSets: ['Alerts'] } : place;
  });
  await api.untilReady();
});
afterAll(() => api.stop());

const NOTHING = {
  type: null,
  startsAt: null,
  startsInMinutes: null,
  stopsAt: null,
  stopsInMinutes: null,
};
const RAIN_SOON = {
  status: 'expected',
  type: 'rain',
  startsAt: '2026-06-21T13:32:00+02:00',
  startsInMinutes: 12,
  stopsAt: '2026-06-21T13:52:00+02:00',
  stopsInMinutes: 32,
};

it.each([
  [
    'rain that starts in 12 minutes',
    1,
    '&lang=en',
    { ...RAIN_SOON, text: 'Rain starts in 12 minutes and stops after 20 minutes' },
  ],
  [
    'rain that starts in 12 minutes, in French',
    1,
    '&lang=fr',
    { ...RAIN_SOON, text: 'Pluie dans 12 minutes, pendant 20 minutes' },
  ],
  ['a dry hour', 2, '', { ...NOTHING, status: 'none', text: 'No precipitation in the next hour' }],
  [
    'rain that falls now and stops',
    3,
    '',
    {
      ...NOTHING,
      status: 'falling',
      type: 'rain',
      stopsAt: '2026-06-21T13:40:00+02:00',
      stopsInMinutes: 20,
      text: 'Rain stops in 20 minutes',
    },
  ],
  [
    'snow for longer than the hour',
    4,
    '',
    { ...NOTHING, status: 'falling', type: 'snow', text: 'Snow for the next hour' },
  ],
  [
    'a position that is not covered',
    NOT_COVERED,
    '',
    { ...NOTHING, status: 'unknown', text: null },
  ],
])('/v1/forecast/minutely states %s', async (_what, latitude, lang, expected) => {
  const answer = await api.get(`/v1/forecast/minutely?lt=${latitude}.505&lg=2.305${lang}`);
  expect(answer.status).toBe(200);
  expect(await answer.json()).toMatchObject(expected);
});

it.each([
  ['metric', [0, 1, 2.73, 0]],
  ['imperial', [0, 0.039, 0.107, 0]],
])('/v1/forecast/minutely has the rate of each five minutes in %s units', async (units, rates) => {
  const answer = await api.get(`/v1/forecast/minutely?lt=5.505&lg=2.305&units=${units}`);
  const { intervals: slots, resolutionMinutes } = (await answer.json()) as {
    intervals: { time: string; type: string; intensity: number }[];
    resolutionMinutes: number;
  };
  expect(resolutionMinutes).toBe(5);
  expect(slots.slice(0, 4).map(({ intensity }) => intensity)).toEqual(rates);
  expect(slots.slice(0, 4).map(({ type }) => type)).toEqual(['none', 'rain', 'rain', 'none']);
  expect(slots.map(({ time }) => time.slice(11, 16))).toEqual([
    '13:20',
    '13:25',
    '13:30',
    '13:35',
    '13:40',
    '13:45',
    '13:50',
    '13:55',
    '14:00',
    '14:05',
    '14:10',
    '14:15',
  ]);
});

it('/v1/forecast/minutely has no rate where the provider gives the type only', async () => {
  const answer = await api.get('/v1/forecast/minutely?lt=1.505&lg=2.305');
  const { intervals: slots } = (await answer.json()) as { intervals: object[] };
  expect(slots.slice(0, 4)).toMatchObject([
    { type: 'none', intensity: 0 },
    { type: 'none', intensity: 0 },
    { type: 'rain', intensity: null },
    { type: 'rain', intensity: null },
  ]);
});

/** 11:32 and 11:40 in UTC. */
it.each([
  ['rain that starts in 12 minutes', 1, [0, 692]],
  ['a dry hour, although the hours make rain likely', 2, [0]],
  ['rain that stops in 20 minutes', 3, [1, 700]],
  ['snow for the whole hour', 4, [1]],
  ['nothing where the position is not covered', NOT_COVERED, undefined],
])('/v1/glance states %s', async (_what, latitude, m) => {
  const answer = await api.get(`/v1/glance?lt=${latitude}.505&lg=2.305`);
  const glance = (await answer.json()) as Record<string, unknown>;
  expect(answer.status).toBe(200);
  expect(glance).toMatchObject({
    n: expect.anything(),
    h: expect.anything(),
    d: expect.anything(),
  });
  expect({ m: glance['m'], x: glance['x'] }).toEqual({ m, x: undefined });
});

it('/v1/glance asks for no minutes where the hours make rain unlikely', async () => {
  const answer = await api.get(`/v1/glance?lt=${DRY_HOURS}.505&lg=2.305`);
  expect(await answer.json()).not.toHaveProperty('m');
  expect(minutesAskedIn).not.toContain(DRY_HOURS);
});
