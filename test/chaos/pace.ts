const SECONDS = 1_000;

/** How long each part of a trial lasts. */
export interface Pace {
  /** Undefined = the few seconds of an ordinary run of the tests, of the typical trials alone. */
  readonly faultSeconds: number | undefined;
  readonly calmMs: number;
  readonly faultMs: number;
}

/** Long enough for warm records to go stale, and then past being refreshed behind the answer. */
const SHORTEST_FAULT_MS = 2_500;
const SHORTEST_CALM_MS = 1_000;

/** From `CHAOS_SECONDS`: how long each fault lasts, of all trials. */
export function paceOf(environment: NodeJS.ProcessEnv): Pace {
  const { CHAOS_SECONDS: given } = environment;
  const faultSeconds = given ? Number(given) : undefined;
  const wishedMs = (faultSeconds ?? 0) * SECONDS;
  return {
    faultSeconds,
    calmMs: Math.max(SHORTEST_CALM_MS, wishedMs / 5),
    faultMs: Math.max(SHORTEST_FAULT_MS, wishedMs),
  };
}
