import { LRUCache } from 'lru-cache';
import type { Clock } from '@app/clock/clock.js';
import { entryOf, freshnessOf, type Entry, type Freshness } from './entry.js';
import type { Window } from './window.js';
import { within } from './within.js';

/** What a source gives: a value, and how long it may serve. */
export interface Loaded<T> {
  readonly value: T;
  readonly window: Window;
}

/** Asks the source once. It keeps its own deadline: others may be waiting for the same answer. */
export type Load<T> = () => Promise<Loaded<T>>;

/** A value with its age, and whether the caller had to wait for the source. */
export interface Answer<T> {
  readonly entry: Entry<T>;
  readonly freshness: Exclude<Freshness, 'dead'>;
  /** `hit`: from memory; `miss`: this caller led the load; `waited`: it joined another's. */
  readonly outcome: 'hit' | 'miss' | 'waited';
}

export interface ReadThroughOptions {
  readonly clock: Clock;
  readonly maxEntries: number;
  /** Uniform in [0, 1); for the jitter of windows. */
  readonly random: () => number;
  /** A background refresh failed; the stale copy was served. */
  readonly onRefreshFailed: (error: unknown) => void;
}

/**
 * A bounded cache in front of a source that costs money: concurrent callers of one key share one
 * load, and an old copy is the answer when the source has none.
 *
 * fresh: served. stale: served at once, refreshed in the background. expired: the source is asked,
 * and only if that fails the copy is served. dead or absent: the source is asked.
 */
export class ReadThrough<T extends object> {
  private readonly entries: LRUCache<string, Entry<T>>;
  private readonly flights = new Map<string, Promise<Entry<T>>>();

  constructor(private readonly options: ReadThroughOptions) {
    this.entries = new LRUCache({ max: options.maxEntries });
  }

  /**
   * @param deadlineMs the instant (ms since the epoch) until which this caller can wait
   * @throws what `load` threw, or DeadlineExceededError, when there is no copy to serve
   */
  async read(key: string, load: Load<T>, deadlineMs: number): Promise<Answer<T>> {
    const entry = this.entries.get(key);
    const freshness = freshnessOf(entry, this.options.clock.nowMs());
    if (!entry || freshness === 'dead') return this.fetch(key, load, deadlineMs);
    switch (freshness) {
      case 'fresh':
        return { entry, freshness, outcome: 'hit' };
      case 'stale':
        this.fly(key, load).catch(this.options.onRefreshFailed);
        return { entry, freshness, outcome: 'hit' };
      case 'expired':
        return this.fetch(key, load, deadlineMs).catch(() => ({
          entry,
          freshness,
          outcome: 'hit',
        }));
    }
  }

  private async fetch(key: string, load: Load<T>, deadlineMs: number): Promise<Answer<T>> {
    const outcome = this.flights.has(key) ? 'waited' : 'miss';
    const leftMs = deadlineMs - this.options.clock.nowMs();
    const entry = await within(this.fly(key, load), leftMs);
    return { entry, freshness: 'fresh', outcome };
  }

  private fly(key: string, load: Load<T>): Promise<Entry<T>> {
    const flying = this.flights.get(key);
    if (flying) return flying;
    const flight = this.loadAndStore(key, load).finally(() => this.flights.delete(key));
    this.flights.set(key, flight);
    return flight;
  }

  private async loadAndStore(key: string, load: Load<T>): Promise<Entry<T>> {
    const { value, window } = await load();
    const entry = entryOf(value, window, this.options.clock.nowMs(), this.options.random());
    this.entries.set(key, entry);
    return entry;
  }
}
