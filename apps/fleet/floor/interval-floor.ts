import type { RecordReader } from '../trace/city-readers.js';

/**
 * The least number of calls after which no answer is older than T, computed on the requests themselves: the fewest
 * intervals of length T that cover them, greedily, which is optimal for points on a line.
 */
export class IntervalFloor implements RecordReader {
  calls = 0;
  private coveredUntil = new Float64Array(0);

  /** @param lengthMs the age limit T */
  constructor(readonly lengthMs: number) {}

  /** The intervals of the previous city end. */
  reset(keys: number): void {
    if (this.coveredUntil.length < keys) this.coveredUntil = new Float64Array(keys);
    this.coveredUntil.fill(0, 0, keys);
  }

  /** Requests come in the order of time; an interval holds its start and not its end, as a fresh record does. */
  read(key: number, _pod: number, nowMs: number): void {
    if (nowMs < (this.coveredUntil[key] ?? 0)) return;
    this.calls += 1;
    this.coveredUntil[key] = nowMs + this.lengthMs;
  }
}
