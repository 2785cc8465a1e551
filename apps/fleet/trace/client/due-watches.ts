const NONE = -1;

/** Which watch asks at which second: one list per second, in two arrays. */
export class DueWatches {
  private readonly first: Int32Array;
  private readonly next: Int32Array;

  constructor(
    readonly seconds: number,
    watches: number,
  ) {
    this.first = new Int32Array(seconds).fill(NONE);
    this.next = new Int32Array(watches).fill(NONE);
  }

  /** A watch is due once at a time. Beyond the last second it is forgotten. */
  add(watch: number, second: number): void {
    if (second >= this.seconds) return;
    this.next[watch] = this.first[second] ?? NONE;
    this.first[second] = watch;
  }

  /** Removes one of the watches that are due; undefined when no other is. */
  take(second: number): number | undefined {
    const watch = this.first[second] ?? NONE;
    if (watch === NONE) return undefined;
    this.first[second] = this.next[watch] ?? NONE;
    return watch;
  }
}
