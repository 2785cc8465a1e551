import { LoadError } from '@app/load/load.error.js';

/** Why the source was not called. */
export type RefusalCode =
  /** A cooldown is in force: the source asked for it, or refuses the key. */
  | 'paused'
  /** The source failed several times in a row. */
  | 'breaker-open'
  /** Too many calls are running and waiting. */
  | 'overloaded';

/** The guard did not call the source. This is not a failure of the source. */
export class RefusedCallError extends LoadError {
  constructor(
    override readonly code: RefusalCode,
    message: string,
    override readonly retryAfterMs: number,
  ) {
    super(code, message, retryAfterMs);
  }
}
