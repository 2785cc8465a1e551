const QUARTER_SECONDS = 900;
const QUARTERS = 96;

/** Requests per second in one quarter hour of the day, by UTC. */
export interface QuarterHour {
  readonly mean: number;
  /** Of its busiest second. */
  readonly peak: number;
}

/** @param perSecond requests by second of the plan, from midnight */
export function dayCurve(perSecond: Float64Array, scale: number): readonly QuarterHour[] {
  return Array.from({ length: QUARTERS }, (_, quarter) => {
    const days = Array.from(
      { length: perSecond.length / (QUARTERS * QUARTER_SECONDS) },
      (_day, day) => {
        const from = (day * QUARTERS + quarter) * QUARTER_SECONDS;
        return perSecond.subarray(from, from + QUARTER_SECONDS);
      },
    );
    const sum = days.reduce((total, seconds) => total + seconds.reduce((a, b) => a + b, 0), 0);
    const peak = days.reduce((most, seconds) => Math.max(most, ...seconds), 0);
    return {
      mean: Math.round((scale * sum) / (days.length * QUARTER_SECONDS)),
      peak: Math.round(scale * peak),
    };
  });
}
