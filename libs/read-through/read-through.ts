import { LRUCache } from 'lru-cache';
import { LoadError } from '@app/load/load.error.js';
import type { Priority } from '@app/load/priority.js';
import { Coordinator, type Obtained } from './coordinator.js';
import { freshnessOf, type Entry, type Freshness } from './entry.js';
import { Failures } from './failures.js';
import { NotAdmittedError } from './not-admitted.error.js';
import type { BackgroundName, ServedName } from './read-through-events.js';
import type { Load, Loaded, ReadThroughOptions } from './read-through.options.js';
import type { Need } from './shared-store.js';
import { within } from './within.js';

/** A value with its age, and how the caller came by it. */
export interface Answer<T> {
  readonly entry: Entry<T>;
  readonly freshness: Exclude<Freshness, 'dead'>;
  /** `hit`: a copy was there; `miss`: this caller led the load; `waited`: it waited for another's. */
  readonly outcome: 'hit' | 'miss' | 'waited';
}

const OUTCOMES = { finding: 'hit', leading: 'miss', following: 'waited' } as const;

/**
 * A cache in front of a source that costs money: over all processes one load per key and window, and
 * an old copy is the answer when the source has none.
 *
 * | the copy is | |
 * |---|---|
 * | fresh | served |
 * | stale | served at once, refreshed in the background |
 * | expired | the source is asked; the copy is served if that fails |
 * | dead or absent | the source is asked |
 */
export class ReadThrough<T extends object> {
  private readonly entries: LRUCache<string, Entry<T>>;
  private readonly flights = new Map<string, Promise<Obtained<T>>>();
  private readonly failures: Failures;
  private readonly coordinator: Coordinator<T>;

  constructor(private readonly options: ReadThroughOptions<T>) {
    this.entries = new LRUCache({ max: options.maxEntries });
    this.failures = new Failures(options.clock, options.maxEntries);
    this.coordinator = new Coordinator(options);
  }

  /**
   * @param deadlineMs the instant (ms since the epoch) until which this caller can wait
   * @throws LoadError or DeadlineExceededError when there is no copy to serve
   * @throws NotAdmittedError likewise, when it fell to this caller to ask the source
   */
  async read(key: string, load: Load<T>, deadlineMs: number): Promise<Answer<T>> {
    return this.atHand(key, load) ?? (await this.ask(key, load, deadlineMs));
  }

  /**
   * The copy in memory, if it is fresh or stale: what `read` answers then, without a promise. A miss
   * is no event; `read` is to follow.
   */
  atHand(key: string, load: Load<T>): Answer<T> | undefined {
    const entry = this.entries.get(key);
    const freshness = freshnessOf(entry, this.options.clock.nowMs());
    if (!entry || freshness === 'dead' || freshness === 'expired') return undefined;
    if (freshness === 'stale') this.refresh(key, load);
    this.served(freshness === 'stale' ? 'stale' : 'hit', entry);
    return { entry, freshness, outcome: 'hit' };
  }

  /** Puts a value in place of the one there is, here and for every process. */
  async replace(key: string, loaded: Loaded<T>): Promise<void> {
    this.keep(key, await this.coordinator.publish(key, loaded));
  }

  /** How many records this process holds. */
  get size(): number {
    return this.entries.size;
  }

  /** What this process holds of a key, unless it is dead. */
  copyOf(key: string): Entry<T> | undefined {
    const entry = this.entries.get(key);
    return freshnessOf(entry, this.options.clock.nowMs()) === 'dead' ? undefined : entry;
  }

  private async ask(key: string, load: Load<T>, deadlineMs: number): Promise<Answer<T>> {
    try {
      const leftMs = deadlineMs - this.options.clock.nowMs();
      const { entry, by } = await within(this.joinOrFly(key, load), leftMs);
      const outcome = OUTCOMES[by];
      const freshness = this.freshnessOf(entry);
      if (freshness === 'stale') this.refresh(key, load);
      this.served(outcome === 'hit' && freshness === 'stale' ? 'stale' : outcome, entry);
      return { entry, freshness, outcome };
    } catch (error) {
      const copy = this.copyOf(key);
      if (!copy) throw error;
      this.served('expired', copy);
      return { entry: copy, freshness: this.freshnessOf(copy), outcome: 'hit' };
    }
  }

  private refresh(key: string, load: Load<T>): void {
    if (this.flights.has(key) || this.restOf(key)) return;
    this.fly(key, load, 'fresh').then(
      ({ by }) => by === 'leading' && this.report('refreshed'),
      (error) => error instanceof NotAdmittedError || this.report('refresh-failed'),
    );
  }

  private joinOrFly(key: string, load: Load<T>): Promise<Obtained<T>> {
    const flying = this.flights.get(key);
    return flying ? this.join(flying, key, load) : this.fly(key, load, 'usable');
  }

  /** Whoever comes during an errand shares its result, unless it failed for who began it alone. */
  private async join(
    flying: Promise<Obtained<T>>,
    key: string,
    load: Load<T>,
  ): Promise<Obtained<T>> {
    try {
      const { entry, by } = await flying;
      return { entry, by: by === 'leading' ? 'following' : by };
    } catch (error) {
      if (!(error instanceof NotAdmittedError)) throw error;
      return this.joinOrFly(key, load);
    }
  }

  /** The key's one errand in this process. */
  private fly(key: string, load: Load<T>, need: Need): Promise<Obtained<T>> {
    const flight = this.obtain(key, load, need).finally(() => this.flights.delete(key));
    this.flights.set(key, flight);
    return flight;
  }

  private async obtain(key: string, load: Load<T>, need: Need): Promise<Obtained<T>> {
    const resting = this.restOf(key);
    if (resting) throw resting;
    const keep = (entry: Entry<T>): void => this.keep(key, entry);
    const errand = { key, load: () => load(this.priorityOf(key, need)), onOlder: keep };
    try {
      const obtained = await this.coordinator.obtain(errand, need);
      keep(obtained.entry);
      return obtained;
    } catch (error) {
      if (error instanceof NotAdmittedError) throw error;
      if (!(error instanceof LoadError) && this.copyOf(key)) this.tellOfBug(error);
      this.failures.note(key, error);
      throw error;
    }
  }

  private priorityOf(key: string, need: Need): Priority {
    if (need === 'fresh') return 'refresh';
    return this.copyOf(key) ? 'expired' : 'missing';
  }

  private keep(key: string, entry: Entry<T>): void {
    const present = this.entries.get(key);
    if (!present || present.loadedAtMs <= entry.loadedAtMs) this.entries.set(key, entry);
  }

  /** The failure because of which the source is left alone just now. */
  private restOf(key: string): unknown {
    return this.failures.restOf(key, () => this.copyOf(key) !== undefined);
  }

  /** What was just obtained is served whatever its age: a slow load can outlast a short window. */
  private freshnessOf(entry: Entry<T>): Exclude<Freshness, 'dead'> {
    const freshness = freshnessOf(entry, this.options.clock.nowMs());
    return freshness === 'dead' ? 'expired' : freshness;
  }

  private served(name: ServedName, { loadedAtMs }: Entry<T>): void {
    const ageMs = this.options.clock.nowMs() - loadedAtMs;
    this.options.events.emit({ cache: this.options.name, name, ageMs });
  }

  private tellOfBug(error: unknown): void {
    this.options.events.emit({ cache: this.options.name, name: 'bug', error });
  }

  private report(name: BackgroundName): void {
    this.options.events.emit({ cache: this.options.name, name });
  }
}
