import { seededRandom } from './seeded-random.js';

/** A watch asks at a place, so long after the day began. */
export interface Asking {
  readonly atMs: number;
  readonly place: number;
  /** Uniform in [0, 1): for whatever else the one who replays it has to choose. */
  readonly draw: number;
}

export interface CityDayOptions {
  readonly seed: number;
  readonly watches: number;
  readonly places: number;
  /** What an hour of the day lasts in the replay. */
  readonly hourMs: number;
  /** Between the questions of a watch whose owner is awake. */
  readonly quickestMs: number;
  readonly slowestMs: number;
}

const HOURS = 24;
const WAKES_AT = 6;
const LEAVES_AT = 8;
const COMES_HOME_AT = 18;
const SLEEPS_AT = 23;
const ASLEEP_TIMES_SLOWER = 4;
/** Most live and work at the first few places. */
const SKEW = 2.5;

/** Every question of a day, in order: a watch asks at home, by day at work, and seldom at night. */
export function cityDay({ seed, places, hourMs, ...options }: CityDayOptions): readonly Asking[] {
  const random = seededRandom(seed);
  const somePlace = (): number => Math.floor(places * random() ** SKEW);
  const watchDay = (): Asking[] => {
    const [home, work] = [somePlace(), somePlace()];
    const everyMs = options.quickestMs + (options.slowestMs - options.quickestMs) * random();
    const askings: Asking[] = [];
    for (let atMs = everyMs * random(); atMs < HOURS * hourMs;) {
      const hour = atMs / hourMs;
      const place = hour >= LEAVES_AT && hour < COMES_HOME_AT ? work : home;
      askings.push({ atMs, place, draw: random() });
      const isAsleep = hour < WAKES_AT || hour >= SLEEPS_AT;
      atMs += everyMs * (isAsleep ? ASLEEP_TIMES_SLOWER : 1) * (0.8 + 0.4 * random());
    }
    return askings;
  };
  return Array.from({ length: options.watches }, watchDay)
    .flat()
    .toSorted((a, b) => a.atMs - b.atMs);
}
