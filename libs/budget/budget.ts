import type { Priority } from '@app/load/priority.js';

/** The usage of one window of the budget, for metrics. */
export interface WindowUse {
  readonly window: 'day' | 'month';
  /** Calls made, as far as this process knows. */
  readonly used: number;
  readonly limit: number;
  /** Calls that may still be made; with a shared count, without the reserve for times in which that is not available. */
  readonly left: number;
  /** Milliseconds since the epoch; null while no window is open: a day begins with its first call. */
  readonly endsAtMs: number | null;
}

/** Limits the calls that a set of processes makes per day and per month. Port and DI token. */
export abstract class Budget {
  /**
   * Takes one call from the budget, before the call is made. A higher priority may use more of it.
   * @throws BudgetSpentError when this call may not be made
   */
  abstract take(priority: Priority): Promise<void>;

  /**
   * Factor for freshness windows so that the budget lasts: 1 (on pace) to 4, continuous. Computed from
   * what this process knows, without I/O.
   */
  abstract readonly ttlFactor: number;

  /** Calls that this process may make while the shared count is not available; undefined without a shared count. */
  get reserveLeft(): number | undefined {
    return undefined;
  }

  /** One element per limited window. */
  snapshot(): readonly WindowUse[] {
    return [];
  }
}
