/** How long a record is fresh, stale and expired, one time after the other, from the start of its load. */
export interface Window {
  /** Served as it is. */
  readonly freshForMs: number;
  /** Served at once while one caller refreshes it (stale-while-revalidate). */
  readonly revalidateForMs: number;
  /** Served only when the source fails (stale-if-error). */
  readonly errorForMs: number;
}
