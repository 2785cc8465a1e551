import type { WatchRequest } from '../load/load.js';
import type { Supply } from '../scenarios/supply.js';
import { PLASTIC_NUMBER, spread } from '../scenarios/spread.js';
import { CALLS_PER_COLD_REQUEST, repeat } from '../scenarios/requests.js';

/** How many requests are sent, and for how many places; requests are a multiple of the connections of all pods. */
export interface Amounts {
  readonly requests: number;
  readonly places: number;
}

/** Requests of one region, by pod. */
export interface RegionRequests {
  readonly byPod: readonly (readonly WatchRequest[])[];
  /** Different places among them. */
  readonly places: number;
  /** Calls to AccuWeather that the region needs, whatever its number of pods. */
  readonly upstreamCalls: number;
}

/**
 * The same requests for any number of pods: new places, some asked for far more often than others, each request
 * sent to the next pod in turn.
 */
export function requestsForPods(
  supply: Supply,
  pods: number,
  { requests: amount, places }: Amounts,
): RegionRequests {
  const positions = repeat(places, () => supply.newPosition());
  const asked = repeat(amount, (index) => placeOf(index, places));
  const requests = asked.map((place) => ({
    path: `/prcpt?${positions[place] ?? ''}`,
    authorization: supply.newToken(),
  }));
  const byPod = repeat(pods, (pod) => requests.filter((_, index) => index % pods === pod));
  const different = new Set(asked).size;
  return { byPod, places: different, upstreamCalls: CALLS_PER_COLD_REQUEST * different };
}

/** The square makes the first places the most frequent. */
function placeOf(index: number, places: number): number {
  return Math.floor(places * spread(index, PLASTIC_NUMBER) ** 2);
}
