import type { Priority } from '@app/load/priority.js';

/** How far a window of the budget is used, for metrics. */
export interface WindowUse {
  readonly window: 'day' | 'month';
  /** Calls that were let through, as far as this process knows. */
  readonly used: number;
  readonly limit: number;
  /** Milliseconds since the epoch; null while no window is open: a day begins with its first call. */
  readonly endsAtMs: number | null;
}

/** A number of calls that a set of processes may make per day and per month. Port and DI token. */
export abstract class Budget {
  /**
   * Takes one call out of the budget, before the call is made. The more urgent may use more of it.
   * @throws BudgetSpentError when this call may not be made
   */
  abstract take(priority: Priority): Promise<void>;

  /**
   * By how much freshness windows are to be stretched so that the budget lasts: 1 (on pace) to 4,
   * continuous. From what is known at the moment, without asking anybody.
   */
  abstract readonly ttlFactor: number;

  /** A line per limited window; none where nothing is limited. */
  snapshot(): readonly WindowUse[] {
    return [];
  }
}
