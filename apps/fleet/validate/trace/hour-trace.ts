import { traceDay } from '../../trace/day-trace.js';
import type { Polling } from '../../trace/polling.js';
import { RequestTrace, type RequestPart } from '../../trace/request-trace.js';
import { Random } from '../../world/random.js';
import type { CitySites, WatchSites } from './watch-sites.js';

const HOURS = 24;
const HOUR_SECONDS = 3_600;
const MINUTE_SECONDS = 60;
const WITHIN_SECOND = 10;
const DAY = 0;

export interface HourOptions {
  readonly seed: number;
  readonly polling: Polling;
  /** Length of the part of the hour that is played. */
  readonly minutes: number;
}

/** The requests of all watches from the start of the busiest hour of the day. */
export interface HourTrace extends RequestPart {
  /** By UTC. */
  readonly hour: number;
}

interface Request {
  readonly at: number;
  readonly site: number;
  readonly draw: number;
}

/**
 * The requests that the plan's own generator writes for the busiest hour (UTC) of its first day. The generator has
 * whole seconds; within its second each request gets an instant of its own, so that time can be compressed. `at` counts
 * from the start of the hour.
 */
export function busiestHour(sites: WatchSites, options: HourOptions): HourTrace {
  const trace = new RequestTrace();
  const perHour = new Float64Array(HOURS);
  for (const { watches } of sites.cities) {
    traceDay(trace, watches, options, DAY);
    for (let index = 0; index < trace.length; index += 1) {
      const hour = Math.floor((trace.at[index] ?? 0) / HOUR_SECONDS);
      perHour[hour] = (perHour[hour] ?? 0) + 1;
    }
  }
  const hour = perHour.indexOf(Math.max(...perHour));
  const requests = sites.cities.flatMap((city) => requestsOf(trace, city, hour, options));
  requests.sort((one, other) => one.at - other.at || one.site - other.site);
  return { hour, ...columnsOf(requests) };
}

/** Only the requests that `isIncluded`, by site. */
export function requestsAt(trace: HourTrace, isIncluded: Uint8Array): HourTrace {
  const requests = Array.from({ length: trace.length }, (_, index) => ({
    at: trace.at[index] ?? 0,
    site: trace.site[index] ?? 0,
    draw: trace.draw[index] ?? 0,
  }));
  return { hour: trace.hour, ...columnsOf(requests.filter(({ site }) => isIncluded[site] === 1)) };
}

function requestsOf(
  trace: RequestTrace,
  { watches, firstSite }: CitySites,
  hour: number,
  options: HourOptions,
): readonly Request[] {
  traceDay(trace, watches, options, DAY);
  const random = new Random(options.seed, WITHIN_SECOND, watches.city.row);
  const from = hour * HOUR_SECONDS;
  const until = from + options.minutes * MINUTE_SECONDS;
  const requests: Request[] = [];
  for (let index = 0; index < trace.length; index += 1) {
    const second = trace.at[index] ?? 0;
    if (second < from || second >= until) continue;
    const at = second - from + random.unit();
    requests.push({ at, site: firstSite + (trace.site[index] ?? 0), draw: trace.draw[index] ?? 0 });
  }
  return requests;
}

function columnsOf(requests: readonly Request[]): RequestPart {
  return {
    length: requests.length,
    at: Float64Array.from(requests, ({ at }) => at),
    site: Uint32Array.from(requests, ({ site }) => site),
    draw: Uint32Array.from(requests, ({ draw }) => draw),
  };
}
