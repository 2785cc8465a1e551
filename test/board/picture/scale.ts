/** What people count in. */
const STEPS = [1, 2, 2.5, 5, 10];
const TICKS = 4;

export interface Axis {
  readonly ticks: readonly number[];
  /** Where a value lies between the ends, 0 to 1. */
  shareOf(value: number): number;
}

/** From 0 to a round number that no value exceeds. */
export function linearAxis(highest: number): Axis {
  const rough = (highest || 1) / TICKS;
  const magnitude = 10 ** Math.floor(Math.log10(rough));
  const step = magnitude * (STEPS.find((one) => one * magnitude >= rough) ?? 10);
  const ticks = Array.from({ length: TICKS + 1 }, (_, at) => at * step);
  return { ticks, shareOf: (value) => value / (TICKS * step) };
}

/** For what is a thousand times as long at times: a tick for each power of ten. */
export function logarithmicAxis(lowest: number, highest: number): Axis {
  const [from, to] = [Math.log10(lowest), Math.ceil(Math.log10(highest))];
  const ticks = Array.from({ length: to - from + 1 }, (_, at) => 10 ** (from + at));
  const shareOf = (value: number): number => Math.max(0, (Math.log10(value) - from) / (to - from));
  return { ticks, shareOf };
}
