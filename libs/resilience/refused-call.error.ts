import { LoadError } from '@app/load/load.error.js';

/** Why the source was not asked. */
export type RefusalCode =
  /** It wants to be left alone, or refuses the key. */
  | 'paused'
  /** It failed several times in a row. */
  | 'breaker-open'
  /** As many calls are under way, and wait, as may. */
  | 'overloaded';

/** The source was not asked, to spare it or us. It is no failure of the source. */
export class RefusedCallError extends LoadError {
  constructor(
    override readonly code: RefusalCode,
    message: string,
    override readonly retryAfterMs: number,
  ) {
    super(code, message, retryAfterMs);
  }
}
