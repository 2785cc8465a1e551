import { callsIn, type MonthCount } from './month-count.js';

/** A half-open period of time: its end belongs to the next one. */
export interface Span {
  readonly startMs: number;
  readonly endMs: number;
}

/** A recurring window with a limited number of calls. */
export interface LimitedWindow {
  readonly name: 'day' | 'month';
  readonly limit: number;
  /** The window that starts, or is open, at an instant (ms since the epoch). */
  readonly spanAt: (nowMs: number) => Span;
  /** Calls that are known from outside to have been made in a window. */
  readonly spentIn: (span: Span) => number;
}

/** Numbers of calls; undefined = not limited. */
export interface BudgetLimits {
  /** In the 24 hours from the first call. */
  readonly perDay?: number | undefined;
  /** In a calendar month, UTC. */
  readonly perMonth?: number | undefined;
}

const DAY_MS = 24 * 3_600_000;

/** @param spent what is known from outside of a month */
export function limitedWindows(
  { perDay, perMonth }: BudgetLimits,
  spent?: MonthCount,
): readonly LimitedWindow[] {
  const windows: LimitedWindow[] = [];
  if (perDay !== undefined) {
    windows.push({ name: 'day', limit: perDay, spanAt: dayFrom, spentIn: () => 0 });
  }
  if (perMonth !== undefined) {
    const spentIn = ({ startMs }: Span): number => callsIn(spent, startMs);
    windows.push({ name: 'month', limit: perMonth, spanAt: monthOf, spentIn });
  }
  return windows;
}

function dayFrom(nowMs: number): Span {
  return { startMs: nowMs, endMs: nowMs + DAY_MS };
}

function monthOf(nowMs: number): Span {
  const now = new Date(nowMs);
  const [year, month] = [now.getUTCFullYear(), now.getUTCMonth()];
  return { startMs: Date.UTC(year, month), endMs: Date.UTC(year, month + 1) };
}
