import { ASSUMPTIONS } from '../world/assumptions.js';
import type { Random } from '../world/random.js';

/** When watches ask: at random times, by a timer, or when their last answer expires, as our client does. */
export type Polling =
  | { readonly kind: 'random'; readonly perDay: number }
  | { readonly kind: 'timer'; readonly everySeconds: number; readonly aligned: boolean }
  | { readonly kind: 'client' };

const DAY_SECONDS = 86_400;
const HOUR_SECONDS = 3_600;
const WINDOW_SECONDS = 600;

/** Passes on the seconds of the local day, in [0, 86 400), at which one watch asks. */
type LocalSchedule = (shift: number, random: Random, ask: (second: number) => void) => void;

/** A schedule, and at most how many requests a watch makes per day by it. */
export interface Schedule {
  readonly schedule: LocalSchedule;
  readonly mostPerDay: number;
}

export function scheduleOf(polling: Exclude<Polling, { kind: 'client' }>): Schedule {
  if (polling.kind === 'random') {
    return { schedule: randomSchedule(polling.perDay), mostPerDay: polling.perDay };
  }
  const { everySeconds, aligned } = polling;
  const mostPerDay = Math.ceil(DAY_SECONDS / everySeconds);
  return { schedule: timerSchedule(everySeconds, aligned), mostPerDay };
}

/** At most, by a timer; about, by the client: one for each window of ten minutes while it is awake. */
export function requestsPerDay(polling: Polling): number {
  if (polling.kind !== 'client') return scheduleOf(polling).mostPerDay;
  const { wake, sleep } = ASSUMPTIONS.awakeHours;
  return ((sleep - wake) * HOUR_SECONDS) / WINDOW_SECONDS;
}

/** The watch asks so often, at times that follow the curve of activity. */
function randomSchedule(perDay: number): LocalSchedule {
  return (shift, random, ask) => {
    for (let left = perDay; left > 0; left -= 1) ask(wrapped(secondOf(random.unit()) + shift));
  };
}

/**
 * The watch asks whenever its timer fires while it is awake.
 * @param aligned at full multiples of the period, by clocks that nearly agree; else each watch has a phase of its own
 */
function timerSchedule(everySeconds: number, aligned: boolean): LocalSchedule {
  const { wake, sleep } = ASSUMPTIONS.awakeHours;
  return (shift, random, ask) => {
    const phase = aligned ? 0 : Math.floor(random.unit() * everySeconds);
    const first = wake * HOUR_SECONDS + shift;
    const until = sleep * HOUR_SECONDS + shift;
    for (let at = Math.ceil(first / everySeconds) * everySeconds; at < until; at += everySeconds) {
      const error = aligned ? random.around(ASSUMPTIONS.clockErrorSeconds) : 0;
      ask(wrapped(at + phase + error));
    }
  };
}

/** A whole second of the day, also before midnight and after the next. */
export function wrapped(second: number): number {
  return ((Math.floor(second) % DAY_SECONDS) + DAY_SECONDS) % DAY_SECONDS;
}

/** The second of the local day by the share of the day's requests that come before it. */
const secondOf = inverseOfActivity();

function inverseOfActivity(): (share: number) => number {
  const curve = ASSUMPTIONS.activityByLocalHour;
  const sum = curve.reduce((a, b) => a + b, 0);
  const steps = 4_096;
  const seconds = new Float64Array(steps + 1);
  let [hour, before] = [0, 0];
  for (let step = 0; step <= steps; step += 1) {
    const wanted = (step / steps) * sum;
    while (hour < curve.length - 1 && before + (curve[hour] ?? 0) <= wanted) {
      before += curve[hour] ?? 0;
      hour += 1;
    }
    seconds[step] = (hour + (wanted - before) / (curve[hour] ?? 1)) * HOUR_SECONDS;
  }
  return (share) => {
    const at = share * steps;
    const step = Math.floor(at);
    const from = seconds[step] ?? 0;
    return from + ((seconds[step + 1] ?? from) - from) * (at - step);
  };
}
