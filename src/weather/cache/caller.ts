import type { Allowance } from '@app/load/allowance.js';

/** On whose behalf a record is read, and until when they wait. */
export interface Caller {
  /** Of the question; each call that it causes is taken from it. Undefined = calls are free. */
  readonly allowance: Allowance | undefined;
  /** Milliseconds since the Unix epoch. */
  readonly deadlineMs: number;
}
