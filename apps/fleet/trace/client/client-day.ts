import { lifetimeOf } from '../../../../packages/watch-client/polling/lifetime.js';
import { ASSUMPTIONS } from '../../world/assumptions.js';
import type { Random } from '../../world/random.js';
import type { CityWatches } from '../city-watches.js';
import type { ClientAnswers } from './client-answers.js';
import { DueWatches } from './due-watches.js';

const HOUR_SECONDS = 3_600;
const SECOND_MS = 1_000;
/** Two local days: those who get up late go to bed after midnight. */
const SECONDS = 172_800;

/**
 * A local day of watches with our client: a watch asks when it wakes, and then whenever its last answer expires, as
 * `lifetimeOf` of the client reads from the headers of the product.
 */
export function clientDay(
  watches: CityWatches,
  answers: ClientAnswers,
  random: Random,
  ask: (watch: number, second: number) => void,
): void {
  const { wake, sleep } = ASSUMPTIONS.awakeHours;
  const due = new DueWatches(SECONDS, watches.count);
  const draw = (): number => random.unit();
  for (let watch = 0; watch < watches.count; watch += 1) {
    due.add(watch, Math.max(0, Math.floor(localSecond(wake, watches, watch))));
  }
  for (let second = 0; second < SECONDS; second += 1) {
    for (let watch = due.take(second); watch !== undefined; watch = due.take(second)) {
      if (second >= localSecond(sleep, watches, watch)) continue;
      ask(watch, second);
      due.add(watch, nextRequest(watches, watch, answers, second, draw));
    }
  }
}

function localSecond(hour: number, { shift }: CityWatches, watch: number): number {
  return hour * HOUR_SECONDS + (shift[watch] ?? 0);
}

/** The second of the next request: at least one later. */
function nextRequest(
  watches: CityWatches,
  watch: number,
  answers: ClientAnswers,
  second: number,
  random: () => number,
): number {
  const nowMs = second * SECOND_MS;
  const name = `watch-${watches.city.row}-${watch}`;
  const maxAge = answers.maxAgeSeconds(name, watches.siteAt(watch, second), nowMs, random);
  const field = `private, max-age=${maxAge}`;
  const headers = { get: (header: string) => (header === 'cache-control' ? field : null) };
  const { nextRequestAtMs } = lifetimeOf({ headers, body: {}, nowMs, random });
  return Math.max(second + 1, Math.ceil(nextRequestAtMs / SECOND_MS));
}
