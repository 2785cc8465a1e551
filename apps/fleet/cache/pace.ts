import type { Priority } from '@app/load/priority.js';
import type { Level } from '@app/budget/usage.js';

const SERVES: Readonly<Record<Level, readonly Priority[]>> = {
  plenty: ['refresh', 'expired', 'missing'],
  tight: ['expired', 'missing'],
  last: ['missing'],
  spent: [],
};

/** One period of the day: how fast the budget is used, and whom it still serves. */
export interface PacePeriod {
  readonly ttlFactor: number;
  readonly level: Level;
}

/** What the budget does over the day, the same for all places. See `plan-pace.ts` for how it is found. */
export class Pace {
  constructor(
    private readonly periodMs: number,
    private readonly periods: readonly PacePeriod[],
  ) {}

  ttlFactorAt(nowMs: number): number {
    return this.at(nowMs)?.ttlFactor ?? 1;
  }

  admits(priority: Priority, nowMs: number): boolean {
    return SERVES[this.at(nowMs)?.level ?? 'plenty'].includes(priority);
  }

  private at(nowMs: number): PacePeriod | undefined {
    return this.periods[Math.floor(nowMs / this.periodMs)];
  }
}
