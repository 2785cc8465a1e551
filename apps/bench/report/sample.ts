import { median } from './quantile.js';

/** One round of one server. */
export interface Sample {
  /** User and system CPU time of the server's process per request, microseconds. */
  readonly cpuMicros: number;
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
}

/** The median of one number over all rounds. */
export function typical(samples: readonly Sample[], field: keyof Sample): number {
  return median(samples.map((sample) => sample[field]));
}

/**
 * The multiple of the others' number that the samples' is: the median of the rounds' own multiples,
 * since whatever else the machine does hits all servers of a round.
 */
export function times(
  samples: readonly Sample[],
  others: readonly Sample[],
  field: keyof Sample,
): number {
  return median(samples.map((sample, round) => sample[field] / (others[round]?.[field] ?? NaN)));
}
