import { median } from './quantile.js';

/** The measurements of one server in one round. */
export interface Sample {
  /** User and system CPU time of the server process per request, in microseconds. */
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
 * The ratio of a number to that of other samples: the median of the ratios of each round, because other
 * load on the machine affects all servers of a round.
 */
export function times(
  samples: readonly Sample[],
  others: readonly Sample[],
  field: keyof Sample,
): number {
  return median(samples.map((sample, round) => sample[field] / (others[round]?.[field] ?? NaN)));
}
