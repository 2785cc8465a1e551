import { seededRandom } from './seeded-random.js';

/** A request of a watch at a place, `atMs` after the start of the day. */
export interface WatchRequest {
  readonly atMs: number;
  readonly place: number;
  /** Uniform in [0, 1), for further random choices of the replay. */
  readonly draw: number;
}

export interface CityDayOptions {
  readonly seed: number;
  readonly watches: number;
  readonly places: number;
  /** The duration of an hour in the replay. */
  readonly hourMs: number;
  /** Range of the interval between the requests of a watch by day. */
  readonly minIntervalMs: number;
  readonly maxIntervalMs: number;
}

const HOURS = 24;
const WAKES_AT = 6;
const LEAVES_AT = 8;
const COMES_HOME_AT = 18;
const SLEEPS_AT = 23;
const NIGHT_INTERVAL_FACTOR = 4;
/** Most users live and work at the first few places. */
const SKEW = 2.5;

/** All requests of a day in order: each watch is at home or at work, and sends fewer requests at night. */
export function cityDay({
  seed,
  places,
  hourMs,
  ...options
}: CityDayOptions): readonly WatchRequest[] {
  const random = seededRandom(seed);
  const somePlace = (): number => Math.floor(places * random() ** SKEW);
  const watchDay = (): WatchRequest[] => {
    const [home, work] = [somePlace(), somePlace()];
    const everyMs =
      options.minIntervalMs + (options.maxIntervalMs - options.minIntervalMs) * random();
    const requests: WatchRequest[] = [];
    for (let atMs = everyMs * random(); atMs < HOURS * hourMs;) {
      const hour = atMs / hourMs;
      const place = hour >= LEAVES_AT && hour < COMES_HOME_AT ? work : home;
      requests.push({ atMs, place, draw: random() });
      const isAsleep = hour < WAKES_AT || hour >= SLEEPS_AT;
      atMs += everyMs * (isAsleep ? NIGHT_INTERVAL_FACTOR : 1) * (0.8 + 0.4 * random());
    }
    return requests;
  };
  return Array.from({ length: options.watches }, watchDay)
    .flat()
    .toSorted((a, b) => a.atMs - b.atMs);
}
