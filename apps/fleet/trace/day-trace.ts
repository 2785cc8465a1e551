import { Random } from '../world/random.js';
import type { CityWatches } from './city-watches.js';
import type { ClientAnswers } from './client/client-answers.js';
import { clientDay } from './client/client-day.js';
import { requestsPerDay, scheduleOf, wrapped, type Polling } from './polling.js';
import type { RequestTrace } from './request-trace.js';

const DAY_SECONDS = 86_400;
const MINUTE_SECONDS = 60;
const REQUESTS = 4;

/**
 * Writes the requests of a city on a day (0, 1, …, by UTC) into the trace.
 * @param answers what watches with our client go by
 */
export function traceDay(
  trace: RequestTrace,
  watches: CityWatches,
  { seed, polling }: { readonly seed: number; readonly polling: Polling },
  day: number,
  answers?: ClientAnswers,
): void {
  const { city, count, shift } = watches;
  const random = new Random(seed, REQUESTS, city.row, day);
  const ahead = city.offsetMinutes * MINUTE_SECONDS;
  trace.start(count * requestsPerDay(polling));
  const ask = (watch: number, second: number): void =>
    trace.add(wrapped(second - ahead), watches.siteAt(watch, second));
  if (polling.kind === 'client') {
    if (!answers) throw new Error('watches with our client need answers');
    clientDay(watches, answers, random, ask);
  } else {
    const { schedule } = scheduleOf(polling);
    for (let watch = 0; watch < count; watch += 1) {
      schedule(shift[watch] ?? 0, random, (second) => ask(watch, second));
    }
  }
  trace.finish(day * DAY_SECONDS, () => random.bits());
}
