const DAY_SECONDS = 86_400;
const SITES = 2 ** 32;
/** From so many requests a day on, counting the requests of each second is faster than comparing them. */
const MANY = 1_000;
const GROWTH = 1.5;

/** Requests in the order of time, in columns. */
export interface RequestPart {
  readonly length: number;
  /** Seconds since the start of the plan. */
  readonly at: ArrayLike<number>;
  readonly site: Uint32Array;
  readonly draw: Uint32Array;
}

/**
 * The requests of one city on one day, in columns: a request has no object of its own. `at` holds seconds since the
 * start of the plan, `site` who asks and where, `draw` 32 random bits for what else differs between requests.
 */
export class RequestTrace implements RequestPart {
  length = 0;
  at = new Uint32Array(0);
  site = new Uint32Array(0);
  draw = new Uint32Array(0);
  private unsortedAt = new Uint32Array(0);
  private unsortedSite = new Uint32Array(0);

  /** Forgets all requests, and makes room for so many. */
  start(capacity: number): void {
    this.length = 0;
    if (capacity <= this.unsortedAt.length) return;
    this.unsortedAt = new Uint32Array(capacity);
    this.unsortedSite = new Uint32Array(capacity);
  }

  /** @param second of the day */
  add(second: number, site: number): void {
    if (this.length === this.unsortedAt.length) this.grow();
    this.unsortedAt[this.length] = second;
    this.unsortedSite[this.length] = site;
    this.length += 1;
  }

  /**
   * Orders the requests by time; those of one second by site, or as they were added.
   * @param startsAt second of the plan at which the day starts
   * @param bits gives the random bits of one request after the other
   */
  finish(startsAt: number, bits: () => number): void {
    this.makeRoom();
    if (this.length < MANY) this.sortFew();
    else this.sortMany();
    for (let index = 0; index < this.length; index += 1) {
      this.at[index] = (this.at[index] ?? 0) + startsAt;
      this.draw[index] = bits();
    }
  }

  /** The requests from the `from`-th on that come before a second of the plan. */
  part(from: number, untilSecond: number): RequestPart {
    let end = from;
    while (end < this.length && (this.at[end] ?? 0) < untilSecond) end += 1;
    const cut = (column: Uint32Array): Uint32Array => column.subarray(from, end);
    return { length: end - from, at: cut(this.at), site: cut(this.site), draw: cut(this.draw) };
  }

  private makeRoom(): void {
    const capacity = this.unsortedAt.length;
    if (capacity <= this.at.length) return;
    this.at = new Uint32Array(capacity);
    this.site = new Uint32Array(capacity);
    this.draw = new Uint32Array(capacity);
  }

  private grow(): void {
    const [at, site] = [this.unsortedAt, this.unsortedSite];
    this.unsortedAt = new Uint32Array(Math.ceil(GROWTH * at.length) + MANY);
    this.unsortedSite = new Uint32Array(this.unsortedAt.length);
    this.unsortedAt.set(at);
    this.unsortedSite.set(site);
  }

  private sortFew(): void {
    const keys = new Float64Array(this.length);
    for (let index = 0; index < this.length; index += 1) {
      keys[index] = (this.unsortedAt[index] ?? 0) * SITES + (this.unsortedSite[index] ?? 0);
    }
    keys.sort();
    for (let index = 0; index < this.length; index += 1) {
      const key = keys[index] ?? 0;
      this.at[index] = Math.floor(key / SITES);
      this.site[index] = key % SITES;
    }
  }

  private sortMany(): void {
    const next = new Uint32Array(DAY_SECONDS + 1);
    for (let index = 0; index < this.length; index += 1) {
      const after = (this.unsortedAt[index] ?? 0) + 1;
      next[after] = (next[after] ?? 0) + 1;
    }
    for (let second = 1; second <= DAY_SECONDS; second += 1) {
      next[second] = (next[second] ?? 0) + (next[second - 1] ?? 0);
    }
    for (let index = 0; index < this.length; index += 1) {
      const second = this.unsortedAt[index] ?? 0;
      const to = next[second] ?? 0;
      next[second] = to + 1;
      this.at[to] = second;
      this.site[to] = this.unsortedSite[index] ?? 0;
    }
  }
}
