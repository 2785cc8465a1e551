import { FakeClock } from '@app/clock/testing/fake-clock.js';
import { ReadThroughEvents } from '../read-through-events.js';
import type { Codec } from '../read-through.options.js';
import { ReadThrough, type Answer } from '../read-through.js';
import type { SharedStore } from '../shared-store.js';
import { FakeSharedStore } from './fake-shared-store.js';
import { FakeSource, type News } from './fake-source.js';

export const KEY = 'paris';

interface PodOptions {
  readonly store?: SharedStore;
  readonly codec?: Codec<News>;
  readonly maxEntries?: number;
}

const CODEC: Codec<News> = {
  encode: ({ edition }) => String(edition),
  decode: (text) => ({ edition: Number(text) }),
};

/** One process: a cache of its own, and what happened in it. */
export class Pod {
  /** Names of the cache's events, in the order in which they came. */
  readonly events: string[] = [];
  readonly bugs: unknown[] = [];
  readonly cache: ReadThrough<News>;

  constructor(
    private readonly region: Region,
    { store = region.store, codec = CODEC, maxEntries = 100 }: PodOptions,
  ) {
    const { clock } = region;
    const events = new ReadThroughEvents();
    events.listen((event) => {
      this.events.push(event.name);
      if (event.name === 'bug') this.bugs.push(event.error);
    });
    const random = (): number => region.draw;
    this.cache = new ReadThrough({ name: 'news', codec, store, clock, random, maxEntries, events });
  }

  ask({ key = KEY, withinMs = 3_000, load = this.region.source.load } = {}): Promise<Answer<News>> {
    return this.cache.read(key, load, this.region.clock.nowMs() + withinMs);
  }

  /** Asks for someone who may not ask the source. */
  askRefused(): Promise<Answer<News>> {
    return this.ask({ load: this.region.source.refuse });
  }
}

/** Processes that share a store and a source, in a time that stands still. */
export class Region {
  readonly clock = new FakeClock();
  readonly source = new FakeSource();
  /** Of all jitter; one half stretches no window. */
  draw = 0.5;

  readonly store: FakeSharedStore;

  constructor(leaseMs?: number) {
    this.store = new FakeSharedStore(this.clock, leaseMs);
  }

  pod(options: PodOptions = {}): Pod {
    return new Pod(this, options);
  }

  pods(count: number): Pod[] {
    return Array.from({ length: count }, () => this.pod());
  }
}

/** Lets what can go on without waiting come to its end. */
export const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** An answer on one line. */
export const told = ({ entry, freshness, outcome }: Answer<News>): string =>
  `${entry.value.edition} ${freshness} ${outcome}`;
