const SECONDS = 1_000;

/** The duration of each phase of a trial. */
export interface TrialTiming {
  /** Undefined = a short run of the typical trials only, as part of the ordinary tests. */
  readonly faultSeconds: number | undefined;
  readonly baselineMs: number;
  readonly faultMs: number;
}

/** Long enough for warm records to pass both their fresh and their stale-while-revalidate window. */
const MIN_FAULT_MS = 2_500;
const MIN_BASELINE_MS = 1_000;

/** Reads `CHAOS_SECONDS`: the duration of each fault; set = all trials run. */
export function trialTimingFrom(environment: NodeJS.ProcessEnv): TrialTiming {
  const { CHAOS_SECONDS: given } = environment;
  const faultSeconds = given ? Number(given) : undefined;
  const requestedMs = (faultSeconds ?? 0) * SECONDS;
  return {
    faultSeconds,
    baselineMs: Math.max(MIN_BASELINE_MS, requestedMs / 5),
    faultMs: Math.max(MIN_FAULT_MS, requestedMs),
  };
}
