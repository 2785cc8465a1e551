import { LRUCache } from 'lru-cache';
import { LoadError } from '@app/load/load.error.js';
import type { Priority } from '@app/load/priority.js';
import type { Waiting } from '@app/load/waiting.js';
import type { CacheResult } from './cache-result.js';
import { Coordinator, type LoadResult } from './coordinator.js';
import { freshnessOf, idleForMs, isOfFuture, type Entry, type Freshness } from './entry.js';
import type { InFlight, Source } from './in-flight.js';
import { RecentFailures } from './recent-failures.js';
import { NotAdmittedError } from './not-admitted.error.js';
import type { BackgroundName, ServedName } from './read-through-events.js';
import type { Load, Loaded, ReadThroughOptions, Refusal } from './read-through.options.js';
import type { Need } from './shared-store.js';
import { withTimeout } from './with-timeout.js';

const NEVER_REFUSED: Refusal = () => undefined;

const OUTCOMES = { store: 'hit', leader: 'miss', follower: 'waited' } as const;

/**
 * A read-through cache for a metered source: one load per key and window over all processes, and the
 * old entry when the source fails.
 *
 * | the entry is | |
 * |---|---|
 * | fresh | served |
 * | stale | served at once, refreshed in the background |
 * | expired | the source is called; the entry is served if that fails |
 * | dead or absent | the source is called |
 */
export class ReadThrough<T extends object> {
  private readonly entries: LRUCache<string, Entry<T>>;
  private readonly inFlight = new Map<string, InFlight<T>>();
  private readonly failures: RecentFailures;
  private readonly coordinator: Coordinator<T>;

  constructor(private readonly options: ReadThroughOptions<T>) {
    this.entries = new LRUCache({ max: options.maxEntries });
    this.failures = new RecentFailures(options.clock, options.maxEntries);
    this.coordinator = new Coordinator(options);
  }

  /**
   * Without a promise when the entry in memory is fresh or stale.
   * @param deadlineMs the instant (ms since the epoch) until which this caller waits
   * @param refusal of the load; default: never
   * @throws LoadError or DeadlineExceededError when there is no entry to serve
   * @throws NotAdmittedError likewise, when this caller leads the load and may not call the source
   */
  read(
    key: string,
    load: Load<T>,
    deadlineMs: number,
    refusal: Refusal = NEVER_REFUSED,
  ): CacheResult<T> | Promise<CacheResult<T>> {
    return (
      this.peek(key, load, refusal) ?? this.loadOrServeExpired(key, { load, refusal }, deadlineMs)
    );
  }

  private peek(key: string, load: Load<T>, refusal: Refusal): CacheResult<T> | undefined {
    const entry = this.entries.get(key);
    const freshness = freshnessOf(entry, this.options.clock.nowMs());
    if (!entry || freshness === 'dead' || freshness === 'expired') return undefined;
    if (freshness === 'stale') this.refresh(key, { load, refusal });
    this.reportServed(freshness === 'stale' ? 'stale' : 'hit', entry);
    return { entry, freshness, outcome: 'hit' };
  }

  /** Replaces the value, here and in every process. */
  async replace(key: string, loaded: Loaded<T>): Promise<void> {
    this.keep(key, await this.coordinator.publish(key, loaded));
  }

  /** Number of records in memory. */
  get size(): number {
    return this.entries.size;
  }

  /** The entry in memory, unless it is dead. */
  cachedEntry(key: string): Entry<T> | undefined {
    const entry = this.entries.get(key);
    return freshnessOf(entry, this.options.clock.nowMs()) === 'dead' ? undefined : entry;
  }

  /** The entry in memory, else that of the store, if it is fresh or stale. Loads nothing, and keeps nothing in memory. */
  async findUsable(key: string): Promise<Entry<T> | undefined> {
    return this.coordinator.findUsable(key, this.entries.get(key));
  }

  private async loadOrServeExpired(
    key: string,
    source: Source<T>,
    deadlineMs: number,
  ): Promise<CacheResult<T>> {
    try {
      const leftMs = deadlineMs - this.options.clock.nowMs();
      const { entry, by } = await withTimeout(this.joinOrStartLoad(key, source), leftMs);
      const outcome = OUTCOMES[by];
      const freshness = this.freshnessOf(entry);
      if (freshness === 'stale') this.refresh(key, source);
      this.reportServed(outcome === 'hit' && freshness === 'stale' ? 'stale' : outcome, entry);
      return { entry, freshness, outcome };
    } catch (error) {
      const entry = this.cachedEntry(key);
      if (!entry) throw error;
      this.reportServed('expired', entry);
      return { entry, freshness: this.freshnessOf(entry), outcome: 'hit' };
    }
  }

  private refresh(key: string, source: Source<T>): void {
    if (this.inFlight.has(key) || this.blockingFailure(key, source)) return;
    this.startLoad(key, source, 'fresh').then(
      ({ by }) => by === 'leader' && this.report('refreshed'),
      (error) => error instanceof NotAdmittedError || this.report('refresh-failed'),
    );
  }

  private joinOrStartLoad(key: string, source: Source<T>): Promise<LoadResult<T>> {
    const current = this.inFlight.get(key);
    if (!current) return this.startLoad(key, source, 'usable');
    current.waiting.callers += 1;
    return this.join(current, key, source);
  }

  /** Shares the result of a load in flight, unless it failed only because its caller was not admitted. */
  private async join(
    { result }: InFlight<T>,
    key: string,
    source: Source<T>,
  ): Promise<LoadResult<T>> {
    try {
      const { entry, by } = await result;
      return { entry, by: by === 'leader' ? 'follower' : by };
    } catch (error) {
      if (!(error instanceof NotAdmittedError)) throw error;
      return this.joinOrStartLoad(key, source);
    }
  }

  /** Starts the key's one load of this process. */
  private startLoad(key: string, source: Source<T>, need: Need): Promise<LoadResult<T>> {
    const waiting = { callers: need === 'fresh' ? 0 : 1 };
    const result = this.load(key, source, need, waiting).finally(() => this.inFlight.delete(key));
    this.inFlight.set(key, { result, waiting });
    return result;
  }

  private async load(
    key: string,
    source: Source<T>,
    need: Need,
    waiting: Waiting,
  ): Promise<LoadResult<T>> {
    const failure = this.blockingFailure(key, source);
    if (failure) throw failure;
    const keep = (entry: Entry<T>): void => this.keep(key, entry);
    const load = async (): Promise<Loaded<T>> =>
      this.completed(
        key,
        await source.load(
          this.priorityOf(key, need),
          idleForMs(this.cachedEntry(key), this.options.clock.nowMs()),
          waiting,
        ),
      );
    const request = { key, load, onOlder: keep };
    try {
      const result = await this.coordinator.load(request, need);
      keep(result.entry);
      return result;
    } catch (error) {
      if (error instanceof NotAdmittedError) throw error;
      if (!(error instanceof LoadError) && this.cachedEntry(key)) this.reportBug(error);
      this.failures.note(key, error);
      throw error;
    }
  }

  /** From the entry in memory: before a load, a process takes the record of the store that is newer than its own. */
  private completed(key: string, loaded: Loaded<T>): Loaded<T> {
    const { complete, clock } = this.options;
    const previous = complete && this.cachedEntry(key);
    if (!previous) return loaded;
    return { ...loaded, value: complete(loaded.value, previous.value, clock.nowMs()) };
  }

  private priorityOf(key: string, need: Need): Priority {
    if (need === 'fresh') return 'refresh';
    return this.cachedEntry(key) ? 'expired' : 'missing';
  }

  private keep(key: string, entry: Entry<T>): void {
    const present = this.entries.get(key);
    const isNewer = !present || present.loadedAtMs <= entry.loadedAtMs;
    if (isNewer || isOfFuture(present, this.options.clock.nowMs())) this.entries.set(key, entry);
  }

  /** The failure because of which the source must not be called now. */
  private blockingFailure(key: string, { refusal }: Source<T>): unknown {
    return this.failures.blocking(key, () => this.cachedEntry(key) !== undefined, refusal);
  }

  /** A record that was just loaded is served whatever its age: a load can take longer than its window. */
  private freshnessOf(entry: Entry<T>): Exclude<Freshness, 'dead'> {
    const freshness = freshnessOf(entry, this.options.clock.nowMs());
    return freshness === 'dead' ? 'expired' : freshness;
  }

  private reportServed(name: ServedName, { loadedAtMs }: Entry<T>): void {
    const ageMs = this.options.clock.nowMs() - loadedAtMs;
    this.options.events.emit({ cache: this.options.name, name, ageMs });
  }

  private reportBug(error: unknown): void {
    this.options.events.emit({ cache: this.options.name, name: 'bug', error });
  }

  private report(name: BackgroundName): void {
    this.options.events.emit({ cache: this.options.name, name });
  }
}
