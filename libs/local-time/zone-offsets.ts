/** The differences of a local time from UTC. Port. */
export interface ZoneOffsets {
  /** @param atMs milliseconds since the Unix epoch */
  minutesAt(atMs: number): number;
  /** An IANA name, or `+09:30` where there is none. */
  nameAt(atMs: number): string;
}
