import { wait } from '@app/clock/wait.js';
import { LoadError } from '@app/load/load.error.js';
import { arePossible, entryOf, isUsable, type Entry } from './entry.js';
import { NotAdmittedError } from './not-admitted.error.js';
import type { Loaded, ReadThroughOptions } from './read-through.options.js';
import type { Claim, Lease, Need, SharedRecord } from './shared-store.js';

/** An entry, and who loaded it: it was in the store, this process led the load, or another one did. */
export interface LoadResult<T> {
  readonly entry: Entry<T>;
  readonly by: 'store' | 'leader' | 'follower';
}

interface LoadRequest<T> {
  readonly key: string;
  readonly load: () => Promise<Loaded<T>>;
  /** Receives an entry that is too old to use unless the load fails. */
  readonly onOlder: (entry: Entry<T>) => void;
}

interface ReadClaim<T> {
  readonly claim: Claim;
  /** Undefined when there is no record, or when it cannot be read. */
  readonly entry: Entry<T> | undefined;
}

const POLL_INTERVAL_MS = 25;
const RENEW_INTERVAL_MS = 300;
/** Long enough for a load and for a lease that passes on after its holder was killed. */
const FOLLOW_TIMEOUT_MS = 5_000;
/** Long enough for every follower to see the failure; the next read calls the source again. */
const FAILURE_TTL_MS = 150;

/**
 * Loads a record once over all processes (singleflight): the holder of the key's lease loads, the
 * others wait for its record. Without a shared store, each process loads for itself.
 */
export class Coordinator<T extends object> {
  constructor(private readonly options: ReadThroughOptions<T>) {}

  /**
   * @throws LoadError when the source fails, here or in the process that loads
   * @throws NotAdmittedError when this request leads the load, and its caller may not call the source
   */
  async load(request: LoadRequest<T>, need: Need): Promise<LoadResult<T>> {
    const { clock, name } = this.options;
    const deadlineMs = clock.nowMs() + FOLLOW_TIMEOUT_MS;
    for (let waited = false; clock.nowMs() < deadlineMs; waited = true) {
      const { claim, entry } = await this.claim(`${name}:${request.key}`, need);
      if (claim.kind === 'unavailable') return this.lead(request, undefined);
      if (claim.kind === 'found') {
        return entry ? { entry, by: waited ? 'follower' : 'store' } : this.lead(request, undefined);
      }
      if (entry) request.onOlder(entry);
      if (claim.kind === 'leader') return this.lead(request, claim.lease);
      if (claim.kind === 'failed') throw claim.error;
      await wait(POLL_INTERVAL_MS);
    }
    throw new LoadError('timeout', 'the load in another process takes too long');
  }

  /** Stores a value without a read; a record that was loaded later stays. */
  publish(key: string, { value, window }: Loaded<T>): Promise<Entry<T>> {
    const { clock, random, name } = this.options;
    const lease = { key: `${name}:${key}`, token: 'none' };
    return this.settle(lease, entryOf(value, window, clock.nowMs(), random()));
  }

  /** The entry known to this process, else the record of the store, if it is fresh or stale. */
  async findUsable(key: string, known: Entry<T> | undefined): Promise<Entry<T> | undefined> {
    const { store, name, clock } = this.options;
    if (isUsable(known, clock.nowMs())) return known;
    const record = await store.find(`${name}:${key}`);
    const entry = record && this.entryOf(record);
    return isUsable(entry, clock.nowMs()) ? entry : undefined;
  }

  /** A found record that cannot be read is not one of ours, or of another version: it is replaced. */
  private async claim(key: string, need: Need): Promise<ReadClaim<T>> {
    const { store } = this.options;
    const first = this.read(await store.claim(key, need));
    if (first.claim.kind !== 'found' || first.entry) return first;
    await store.discard(key, first.claim.record);
    return this.read(await store.claim(key, need));
  }

  private read(claim: Claim): ReadClaim<T> {
    const record = claim.kind === 'unavailable' ? undefined : claim.record;
    return { claim, entry: record && this.entryOf(record) };
  }

  private async lead(request: LoadRequest<T>, lease: Lease | undefined): Promise<LoadResult<T>> {
    const { clock, random } = this.options;
    const stopRenewing = lease && this.keepRenewing(lease);
    // Taken before the load, so that a process suspended during the load stores an old record.
    const loadedAtMs = clock.nowMs();
    try {
      const { value, window } = await request.load().finally(stopRenewing);
      const entry = entryOf(value, window, loadedAtMs, random());
      return { entry: lease ? await this.settle(lease, entry) : entry, by: 'leader' };
    } catch (error) {
      if (lease) await this.releaseLease(lease, error);
      throw error;
    }
  }

  private releaseLease(lease: Lease, error: unknown): Promise<void> {
    const { store } = this.options;
    if (error instanceof NotAdmittedError) return store.release(lease);
    return store.fail(lease, LoadError.of(error), FAILURE_TTL_MS);
  }

  private async settle(lease: Lease, entry: Entry<T>): Promise<Entry<T>> {
    const { value, ...instants } = entry;
    const text = this.options.codec.encode(value);
    const current = await this.options.store.settle(lease, { ...instants, text });
    return current.loadedAtMs === entry.loadedAtMs ? entry : (this.entryOf(current) ?? entry);
  }

  private keepRenewing(lease: Lease): () => void {
    const timer = setInterval(() => void renew(), RENEW_INTERVAL_MS);
    const renew = async (): Promise<void> => {
      if (await this.options.store.renew(lease)) return;
      clearInterval(timer);
      this.options.events.emit({ cache: this.options.name, name: 'lease-lost' });
    };
    return () => clearInterval(timer);
  }

  /** Undefined for a record that no process of ours can have written. */
  private entryOf({ text, ...instants }: SharedRecord): Entry<T> | undefined {
    const { codec, longestWindow } = this.options;
    if (!arePossible(instants, longestWindow)) return undefined;
    const value = codec.decode(text, instants.loadedAtMs);
    return value && { ...instants, value };
  }
}
