/** How long a record serves, one time after the other, from the beginning of its load. */
export interface Window {
  /** Served as it is. */
  readonly freshForMs: number;
  /** Then served at once while one caller refreshes it. */
  readonly revalidateForMs: number;
  /** Then served only when the source cannot answer. */
  readonly errorForMs: number;
}
