/** Durations of a warm watch, in milliseconds. */
export interface WatchTimes {
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly longestMs: number;
  readonly requests: number;
  /** Requests that were not answered with 200. */
  readonly failed: number;
}

/** What one flood did to the pod and to the warm watch. */
export interface FloodResult {
  readonly name: string;
  /** Requests or connections. */
  readonly amount: number;
  /** How often each status, or each end of a connection. */
  readonly outcomes: Readonly<Record<string, number>>;
  readonly seconds: number;
  /** Resident memory. */
  readonly peakMiB: number;
  /** Just before the flood. */
  readonly before: WatchTimes;
  readonly during: WatchTimes;
}

export const MAX_MEMORY_MIB = 400;
export const MAX_P99_MS = 100;

/** The limits that a result misses, one sentence each. */
export function missedLimits({ name, peakMiB, during }: FloodResult): readonly string[] {
  const missed: string[] = [];
  if (!(peakMiB < MAX_MEMORY_MIB)) missed.push(`${name}: ${peakMiB.toFixed(0)} MiB`);
  if (!(during.p99Ms < MAX_P99_MS)) missed.push(`${name}: p99 ${during.p99Ms.toFixed(0)} ms`);
  if (during.failed > 0) missed.push(`${name}: ${during.failed} warm requests without 200`);
  return missed;
}
