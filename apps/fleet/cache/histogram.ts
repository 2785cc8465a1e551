const BUCKETS = 8_640;

/** Counts of numbers in equally wide buckets. Whole counts, so that sums do not depend on their order. */
export class Histogram {
  readonly counts = new Float64Array(BUCKETS + 1);
  max = 0;
  private readonly perWidth: number;

  /** @param width of a bucket; numbers beyond the last bucket count as in it, and `max` is exact */
  constructor(readonly width: number) {
    this.perWidth = 1 / width;
  }

  add(value: number, times = 1): void {
    const bucket = Math.min(BUCKETS, Math.floor(value * this.perWidth));
    this.counts[bucket] = (this.counts[bucket] ?? 0) + times;
    if (value > this.max) this.max = value;
  }

  /**
   * @param other also one that came from another thread and lost its methods
   * @param weight of its counts; negative to take them away
   */
  merge(other: Pick<Histogram, 'counts' | 'max'>, weight = 1): void {
    other.counts.forEach((count, bucket) => {
      this.counts[bucket] = (this.counts[bucket] ?? 0) + weight * count;
    });
    this.max = Math.max(this.max, other.max);
  }

  /** The middle of the bucket in which this share of all numbers is reached; NaN without numbers. */
  quantile(share: number): number {
    const wanted = share * this.counts.reduce((a, b) => a + b, 0);
    let before = 0;
    const bucket = this.counts.findIndex((count) => count > 0 && (before += count) >= wanted);
    return bucket < 0 ? NaN : Math.min(this.max, (bucket + 0.5) * this.width);
  }

  /** The mean of the buckets' middles; NaN without numbers. */
  get mean(): number {
    const sum = this.counts.reduce((a, count, bucket) => a + count * (bucket + 0.5), 0);
    return (sum * this.width) / this.counts.reduce((a, b) => a + b, 0);
  }
}
