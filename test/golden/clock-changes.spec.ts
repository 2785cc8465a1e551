import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CLOCK_CHANGES, POLAR_NIGHT } from './clock-changes.js';
import type { Scenario } from './provider-data.js';
import { answersFor, ScenarioApi } from './scenario-api.js';

/*
 * The clock of the API's process is set to the night of the clock change; everything else is as in
 * production. Each night has a process of its own, so that no clock jumps by months or backwards.
 */

interface Forecast {
  readonly hours: readonly { readonly time: string }[];
  readonly days: readonly Record<'date' | 'sunrise' | 'sunset', string | null>[];
}

const SCENARIOS = [...CLOCK_CHANGES.map(({ scenario }) => scenario), POLAR_NIGHT];
const apis = new Map<string, ScenarioApi>();

beforeAll(async () => {
  const times = [...new Set(SCENARIOS.map(({ at }) => at))];
  const settings = times.map(async (at) => {
    const api = await ScenarioApi.start(
      at,
      answersFor(SCENARIOS.filter((scenario) => scenario.at === at)),
    );
    apis.set(at, api);
    await api.untilReady();
  });
  await Promise.all(settings);
});
afterAll(async () => {
  await Promise.all([...apis.values()].map((api) => api.stop()));
});

async function forecast(path: string, { at, position }: Scenario): Promise<Forecast> {
  const [lt, lg] = position;
  const answer = await apis.get(at)?.get(`/v1/forecast/${path}&lt=${lt}&lg=${lg}`);
  return (await answer?.json()) as Forecast;
}

describe.each(CLOCK_CHANGES)('$scenario.name', ({ scenario, ...expected }) => {
  it('lists the hours by instant with the local UTC offset of each', async () => {
    const { hours } = await forecast('hourly?hours=24', scenario);
    expect(hours.map(({ time }) => time)).toEqual(expected.hours);
  });

  it('lists the days and the sun times in local time', async () => {
    const { days } = await forecast('daily?days=10', scenario);
    expect(days.map(({ date }) => date)).toEqual(expected.dates);
    expect(days.map(({ sunrise }) => sunrise)).toEqual(expected.sunrises);
  });
});

async function glance({ at, position: [lt, lg] }: Scenario): Promise<Record<string, unknown>> {
  const answer = await apis.get(at)?.get(`/v1/glance?lt=${lt}&lg=${lg}`);
  return (await answer?.json()) as Record<string, unknown>;
}

describe('a glance', () => {
  it.each([
    ['Paris in spring', 60, '2026-03-29T01:00:00Z', 120],
    ['Paris in autumn', 120, '2026-10-25T01:00:00Z', 60],
    ['Los Angeles in spring', -480, '2026-03-08T10:00:00Z', -420],
    ['Los Angeles in autumn', -420, '2026-11-01T09:00:00Z', -480],
    ['Auckland in autumn', 780, '2026-04-04T14:00:00Z', 720],
  ])(
    'states the change of the offset and sunrise on the new clock: %s',
    async (name, o, changesAt, changed) => {
      const change = CLOCK_CHANGES.find(({ scenario }) => scenario.name.startsWith(name));
      const [, hour, minute] = /T(\d\d):(\d\d)/.exec(change?.sunrises[0] ?? '') ?? [];

      expect(await glance(change?.scenario as Scenario)).toMatchObject({
        o,
        z: [Date.parse(changesAt) / 1_000, changed],
        su: [60 * Number(hour) + Number(minute), null],
      });
    },
  );

  it('says that the sun is down all day in polar night, without a change of the offset', async () => {
    const body = await glance(POLAR_NIGHT);

    expect(body).toMatchObject({ o: 60, su: [0] });
    expect(body).not.toHaveProperty('z');
  });
});

describe('polar night', () => {
  it('is named, and has null sunrise and sunset', async () => {
    const { days } = await forecast('daily?days=10', POLAR_NIGHT);
    const noSun = { sunrise: null, sunset: null, polar: 'night' };
    expect(days).toMatchObject([
      { date: '2026-11-01', ...noSun },
      { date: '2026-11-02', ...noSun },
    ]);
  });
});
