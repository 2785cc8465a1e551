import { DAY_MS } from '../durations.js';

const YEAR_MS = 366 * DAY_MS;

/** Whether an instant is at most a year before or after another one (ms since the Unix epoch). */
export function isWithinYear(atMs: number, nowMs: number): boolean {
  return Math.abs(atMs - nowMs) <= YEAR_MS;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Whether a text is a day of the calendar, `2026-03-29`, at most a year before or after an instant. */
export function isDateWithinYear(date: string, nowMs: number): boolean {
  if (!DAY.test(date)) return false;
  const midnightMs = Date.parse(date);
  // `Date` reads 30 February as 2 March; an invalid date is within no year.
  return (
    isWithinYear(midnightMs, nowMs) && new Date(midnightMs).getUTCDate() === Number(date.slice(-2))
  );
}
