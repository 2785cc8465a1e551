/** Calls that were made in a calendar month, as somebody outside knows, such as the metered service itself. */
export interface MonthCount {
  /** UTC: `2026-11`. */
  readonly month: string;
  readonly calls: number;
}

/** The calls that are known of the window that begins at an instant, ms since the epoch; 0 when it is another month. */
export function callsIn(count: MonthCount | undefined, windowStartMs: number): number {
  if (!count) return 0;
  return new Date(windowStartMs).toISOString().startsWith(count.month) ? count.calls : 0;
}
