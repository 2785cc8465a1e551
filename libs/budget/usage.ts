import type { Priority } from '@app/load/priority.js';
import { BudgetSpentError } from './budget-spent.error.js';
import type { Span } from './limited-window.js';

/** The usage of an open window. */
export interface Usage {
  readonly span: Span;
  readonly used: number;
  /** Number of calls that may be issued in it. */
  readonly issuable: number;
}

/** Which priorities the budget still serves: all; `expired` and `missing`; `missing`; none. */
export type Level = 'plenty' | 'tight' | 'last' | 'spent';

const MAY_USE_PERCENT: Readonly<Record<Priority, number>> = {
  refresh: 80,
  expired: 95,
  missing: 100,
};

/** How many of `issuable` calls may have been made, including a call of this priority. */
export function allowance(priority: Priority, issuable: number): number {
  return Math.floor((issuable * MAY_USE_PERCENT[priority]) / 100);
}

const allows = (priority: Priority, { used, issuable }: Usage): boolean =>
  used < allowance(priority, issuable);

/** The level of the window with the fewest calls left. */
export function levelOf(usages: readonly Usage[]): Level {
  const serves = (priority: Priority): boolean => usages.every((usage) => allows(priority, usage));
  if (serves('refresh')) return 'plenty';
  if (serves('expired')) return 'tight';
  return serves('missing') ? 'last' : 'spent';
}

/** @throws BudgetSpentError with the time until the last window that refuses the call ends */
export function assertNotSpent(usages: readonly Usage[], priority: Priority, nowMs: number): void {
  const refusing = usages.filter((usage) => !allows(priority, usage));
  if (refusing.length === 0) return;
  const untilMs = Math.max(...refusing.map(({ span }) => span.endMs));
  throw new BudgetSpentError(`no call is left with priority ${priority}`, untilMs - nowMs);
}

/** Share of a window that may be used at once without being ahead of its pace. */
const BURST = 0.1;
export const MAX_TTL_FACTOR = 4;

/** How far ahead of its pace the fastest window is: 1 (on pace or behind) to 4. */
export function ttlFactorOf(usages: readonly Usage[], nowMs: number): number {
  const pace = usages.map(({ span, used, issuable }) => {
    const elapsed = Math.max(0, (nowMs - span.startMs) / (span.endMs - span.startMs));
    return used / (issuable * Math.min(1, BURST + elapsed));
  });
  return Math.min(MAX_TTL_FACTOR, Math.max(1, ...pace));
}
