import { LoadError } from '@app/load/load.error.js';
import type { Finding } from './finding.js';
import { scopeOf, type Closing, type PauseName, type PauseScope } from './pauses/pause.js';

/** For whom a pause holds, and for how long. */
export interface PauseRule {
  readonly scope: PauseScope;
  /** The first one, when the source does not say how long; 0 = none then. Doubles while probes fail. */
  readonly firstMs: number;
  /** The longest that it doubles to. */
  readonly longestMs: number;
  /** The longest that the source may ask for; 0 = it is not listened to. */
  readonly toldUpToMs: number;
}

/** What follows when an attempt fails in some way. */
export interface Consequence {
  /** Whether a second attempt makes sense. */
  readonly retry: boolean;
  /** Whether it counts against the lane's breaker. */
  readonly trips: boolean;
  readonly pause?: PauseRule;
}

/** By error code. A failure with another code tells nothing of the source: it was not asked. */
export class Consequences {
  constructor(private readonly table: Readonly<Record<string, Consequence>>) {}

  of(error: unknown): Consequence | undefined {
    return this.table[LoadError.of(error).code];
  }

  /** What the error tells the breaker. */
  told(error: unknown): Finding {
    const consequence = this.of(error);
    if (!consequence) return 'nothing';
    return consequence.trips ? 'failing' : 'well';
  }

  /** The pause that a code brings, if it brings one, among those that the call had to pass. */
  closing(
    code: string | undefined,
    retryAfterMs: number | undefined,
    names: readonly PauseName[],
  ): Closing | undefined {
    const rule = code === undefined ? undefined : this.table[code]?.pause;
    const name = names.find((one) => scopeOf(one) === rule?.scope);
    if (!code || !rule || !name) return undefined;
    const toldMs = Math.min(retryAfterMs ?? 0, rule.toldUpToMs);
    const periodMs = Math.max(rule.firstMs, Math.min(toldMs, rule.longestMs));
    if (periodMs === 0) return undefined;
    return { name, reason: code, periodMs, longestMs: rule.longestMs, toldMs };
  }
}
