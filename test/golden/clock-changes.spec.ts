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

describe('polar night', () => {
  it('has null sunrise and sunset', async () => {
    const { days } = await forecast('daily?days=10', POLAR_NIGHT);
    const noSun = { sunrise: null, sunset: null };
    expect(days).toMatchObject([
      { date: '2026-11-01', ...noSun },
      { date: '2026-11-02', ...noSun },
    ]);
  });
});
