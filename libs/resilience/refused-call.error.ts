import { LoadError } from '@app/load/load.error.js';
import type { CooldownScope } from './cooldowns/cooldown.js';

/** Why the source was not called. */
export type RefusalCode =
  /** A cooldown is in force: the source asked for it, or refuses this. */
  | 'paused'
  /** The source failed several times in a row. */
  | 'breaker-open'
  /** Too many calls are running and waiting. */
  | 'overloaded';

/** The cooldown that refuses a call. */
export interface RefusedBy {
  readonly scope: CooldownScope;
  /** The error code that started it. */
  readonly reason: string;
}

/** The guard did not call the source. This is not a failure of the source. */
export class RefusedCallError extends LoadError {
  constructor(
    override readonly code: RefusalCode,
    message: string,
    override readonly retryAfterMs: number,
    /** Undefined when the guard is overloaded. */
    readonly by?: RefusedBy,
  ) {
    super(code, message, retryAfterMs);
  }
}
