import type { Cooldown, CooldownName, CooldownStart } from './cooldown.js';

/** How long a killed probe blocks the others; a call is over sooner. */
export const PROBE_TIMEOUT_MS = 3_000;

/** The store's answer to a caller that wants to call the source. */
export interface Admission {
  /** The cooldown that refuses the caller. */
  readonly refusedBy: CooldownName | undefined;
  /** The present state of the cooldowns asked for. The caller probes those that carry its token. */
  readonly cooldowns: ReadonlyMap<CooldownName, Cooldown>;
}

/** The cooldowns of one source. Port. */
export abstract class CooldownStore {
  /**
   * Asks for admission past all of these cooldowns at once. Where the time of one is over, one caller
   * is admitted as its probe; the others stay refused until the probe leaves, for 3 s at most.
   * @throws RedisDownError when the shared store is not available
   */
  abstract enter(names: readonly CooldownName[], token: string): Promise<Admission>;

  /**
   * Starts a cooldown, twice as long as the last one if that was over. A cooldown in force stays as it
   * is, unless the source asked for a longer one.
   * @throws RedisDownError
   */
  abstract start(start: CooldownStart): Promise<Cooldown>;

  /**
   * Ends a probe: the cooldowns end, or the next caller may probe. Does nothing when another caller is
   * the probe.
   * @param isOver whether the probe succeeded
   * @throws RedisDownError
   */
  abstract leave(names: readonly CooldownName[], token: string, isOver: boolean): Promise<void>;
}
