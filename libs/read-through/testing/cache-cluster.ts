import { FakeClock } from '@app/clock/testing/fake-clock.js';
import type { LoadError } from '@app/load/load.error.js';
import { ReadThroughEvents } from '../read-through-events.js';
import type { Codec, Complete } from '../read-through.options.js';
import type { CacheResult } from '../cache-result.js';
import { ReadThrough } from '../read-through.js';
import type { SharedStore } from '../shared-store.js';
import { FakeSharedStore } from './fake-shared-store.js';
import { FakeSource, type News } from './fake-source.js';
import type { Window } from '../window.js';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

export const KEY = 'paris';

interface PodOptions {
  readonly store?: SharedStore;
  readonly codec?: Codec<News>;
  readonly complete?: Complete<News>;
  readonly maxEntries?: number;
}

const CODEC: Codec<News> = {
  encode: ({ edition }) => String(edition),
  decode: (text) => ({ edition: Number(text) }),
};

/** One process: its cache, and the events of it. */
export class CachePod {
  /** Names of the cache's events, in order. */
  readonly events: string[] = [];
  readonly bugs: unknown[] = [];
  readonly cache: ReadThrough<News>;

  constructor(
    private readonly cluster: CacheCluster,
    { store = cluster.store, codec = CODEC, complete, maxEntries = 100 }: PodOptions,
  ) {
    const { clock } = cluster;
    const events = new ReadThroughEvents();
    events.on((event) => {
      this.events.push(event.name);
      if (event.name === 'bug') this.bugs.push(event.error);
    });
    const random = (): number => cluster.draw;
    this.cache = new ReadThrough({
      name: 'news',
      codec,
      complete,
      longestWindow: cluster.longestWindow,
      store,
      clock,
      random,
      maxEntries,
      events,
    });
  }

  async read({
    key = KEY,
    withinMs = 3_000,
    load = this.cluster.source.load,
    refusal = (): LoadError | undefined => undefined,
  } = {}): Promise<CacheResult<News>> {
    return this.cache.read(key, load, this.cluster.clock.nowMs() + withinMs, refusal);
  }

  /** Reads for a caller that may not call the source. */
  readWithoutAdmission(): Promise<CacheResult<News>> {
    return this.read({ load: this.cluster.source.refuse });
  }
}

/** Processes that share a store and a source, on a fake clock. */
export class CacheCluster {
  readonly clock = new FakeClock();
  readonly source = new FakeSource();
  /** Draw of the jitter; one half leaves windows as they are. */
  draw = 0.5;
  longestWindow: Window = { freshForMs: HOUR_MS, revalidateForMs: HOUR_MS, errorForMs: DAY_MS };

  readonly store: FakeSharedStore;

  constructor(leaseMs?: number) {
    this.store = new FakeSharedStore(this.clock, leaseMs);
  }

  pod(options: PodOptions = {}): CachePod {
    return new CachePod(this, options);
  }

  pods(count: number): CachePod[] {
    return Array.from({ length: count }, () => this.pod());
  }
}

/** Runs all pending promise callbacks. */
export const flushPromises = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** A result on one line: edition, freshness, outcome. */
export const summaryOf = ({ entry, freshness, outcome }: CacheResult<News>): string =>
  `${entry.value.edition} ${freshness} ${outcome}`;
