import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { NIGHTS, POLAR_NIGHT } from './clock-changes.js';
import type { Scene } from './said.js';
import { playing, Stage } from './stage.js';

/*
 * The clock of the API's process is moved to the night; all else is as in production. Each night has a
 * process of its own: a clock that leaps by months, or back, is another story.
 */

interface Forecast {
  readonly hours: readonly { readonly time: string }[];
  readonly days: readonly Record<'date' | 'sunrise' | 'sunset', string | null>[];
}

const SCENES = [...NIGHTS.map(({ scene }) => scene), POLAR_NIGHT];
const stages = new Map<string, Stage>();

beforeAll(async () => {
  const times = [...new Set(SCENES.map(({ at }) => at))];
  const settings = times.map(async (at) => {
    const stage = await Stage.set(at, playing(SCENES.filter((scene) => scene.at === at)));
    stages.set(at, stage);
    await stage.ready();
  });
  await Promise.all(settings);
});
afterAll(async () => {
  await Promise.all([...stages.values()].map((stage) => stage.clear()));
});

async function forecast(path: string, { at, position }: Scene): Promise<Forecast> {
  const [lt, lg] = position;
  const answer = await stages.get(at)?.get(`/v1/forecast/${path}&lt=${lt}&lg=${lg}`);
  return (await answer?.json()) as Forecast;
}

describe.each(NIGHTS)('$scene.name', ({ scene, ...expected }) => {
  it('has its hours by instant', async () => {
    const { hours } = await forecast('hourly?hours=24', scene);
    expect(hours.map(({ time }) => time)).toEqual(expected.hours);
  });

  it('has its days by the calendar of the place, and sun times by its clock', async () => {
    const { days } = await forecast('daily?days=10', scene);
    expect(days.map(({ date }) => date)).toEqual(expected.dates);
    expect(days.map(({ sunrise }) => sunrise)).toEqual(expected.sunrises);
  });
});

describe('polar night', () => {
  it('has no sun times', async () => {
    const { days } = await forecast('daily?days=10', POLAR_NIGHT);
    const dark = { sunrise: null, sunset: null };
    expect(days).toMatchObject([
      { date: '2026-11-01', ...dark },
      { date: '2026-11-02', ...dark },
    ]);
  });
});
