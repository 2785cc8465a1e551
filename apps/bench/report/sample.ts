import type { Usage } from '../world/usage-meter.js';
import { median } from './quantile.js';

/** What a request costs: one server in one round. */
export interface Sample extends Usage {
  /** Header fields and body. */
  readonly responseBytes: number;
}

/** The median of one number over all rounds. */
export function typical(samples: readonly Sample[], field: keyof Sample): number {
  return median(samples.map((sample) => sample[field]));
}

/**
 * The ratio of CPU time to that of other samples: the median of the ratios of each round, because other
 * load on the machine affects all servers of a round.
 */
export function times(samples: readonly Sample[], others: readonly Sample[]): number {
  return median(
    samples.map(({ cpuMicros }, round) => cpuMicros / (others[round]?.cpuMicros ?? NaN)),
  );
}
