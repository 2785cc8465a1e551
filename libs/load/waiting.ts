/** How many callers wait for a load. It grows while further callers join. */
export interface Waiting {
  readonly callers: number;
}
