import { wait } from '@app/clock/wait.js';
import { LoadError } from '@app/load/load.error.js';
import { entryOf, type Entry } from './entry.js';
import { NotAdmittedError } from './not-admitted.error.js';
import type { Loaded, ReadThroughOptions } from './read-through.options.js';
import type { Lease, Need, SharedRecord } from './shared-store.js';

/** How a record was come by: it lay in the store, this process loaded it, or another one did. */
export interface Obtained<T> {
  readonly entry: Entry<T>;
  readonly by: 'finding' | 'leading' | 'following';
}

interface Errand<T> {
  readonly key: string;
  readonly load: () => Promise<Loaded<T>>;
  /** Gets a copy that is too old to do, in case the load fails. */
  readonly onOlder: (entry: Entry<T>) => void;
}

const LOOK_AGAIN_AFTER_MS = 25;
const RENEW_EVERY_MS = 300;
/** A load and a lease that passed on fit into it; whoever waits longer waits for nobody. */
const FOLLOW_FOR_MS = 5_000;
/** Long enough for every follower to look; the next question after it asks the source again. */
const FAILURE_HOLDS_MS = 150;

/**
 * Gets one record with one load over all processes: the holder of the key's lease loads, the others
 * wait for its record. Without a store to meet in, each process loads for itself.
 */
export class Coordinator<T extends object> {
  constructor(private readonly options: ReadThroughOptions<T>) {}

  /**
   * @throws LoadError when the source fails, here or in the process that asked it
   * @throws NotAdmittedError when it fell to this errand to load, and its caller may not
   */
  async obtain(errand: Errand<T>, need: Need): Promise<Obtained<T>> {
    const { store, clock, name } = this.options;
    const giveUpAtMs = clock.nowMs() + FOLLOW_FOR_MS;
    for (let waited = false; clock.nowMs() < giveUpAtMs; waited = true) {
      const claim = await store.claim(`${name}:${errand.key}`, need);
      if (claim.kind === 'alone') return this.lead(errand, undefined);
      const entry = claim.record && this.entryOf(claim.record);
      if (claim.kind === 'found') {
        // A record that cannot be read is a release ahead of us: load for this process alone.
        return entry
          ? { entry, by: waited ? 'following' : 'finding' }
          : this.lead(errand, undefined);
      }
      if (entry) errand.onOlder(entry);
      if (claim.kind === 'leader') return this.lead(errand, claim.lease);
      if (claim.kind === 'failed') throw claim.error;
      await wait(LOOK_AGAIN_AFTER_MS);
    }
    throw new LoadError('timeout', 'the process that loads it does not finish');
  }

  /** Stores a value that nobody asked for; a record that was loaded later stays. */
  publish(key: string, { value, window }: Loaded<T>): Promise<Entry<T>> {
    const { clock, random, name } = this.options;
    const lease = { key: `${name}:${key}`, token: 'none' };
    return this.settle(lease, entryOf(value, window, clock.nowMs(), random()));
  }

  private async lead(errand: Errand<T>, lease: Lease | undefined): Promise<Obtained<T>> {
    const { clock, random } = this.options;
    const stopRenewing = lease && this.keepRenewing(lease);
    // Counted from before the load: a process that was suspended in mid-load has old news.
    const loadedAtMs = clock.nowMs();
    try {
      const { value, window } = await errand.load().finally(stopRenewing);
      const entry = entryOf(value, window, loadedAtMs, random());
      return { entry: lease ? await this.settle(lease, entry) : entry, by: 'leading' };
    } catch (error) {
      if (lease) await this.giveBack(lease, error);
      throw error;
    }
  }

  private giveBack(lease: Lease, error: unknown): Promise<void> {
    const { store } = this.options;
    if (error instanceof NotAdmittedError) return store.release(lease);
    return store.fail(lease, LoadError.of(error), FAILURE_HOLDS_MS);
  }

  private async settle(lease: Lease, entry: Entry<T>): Promise<Entry<T>> {
    const { value, ...instants } = entry;
    const text = this.options.codec.encode(value);
    const standing = await this.options.store.settle(lease, { ...instants, text });
    return standing.loadedAtMs === entry.loadedAtMs ? entry : (this.entryOf(standing) ?? entry);
  }

  private keepRenewing(lease: Lease): () => void {
    const timer = setInterval(() => void renew(), RENEW_EVERY_MS);
    const renew = async (): Promise<void> => {
      if (await this.options.store.renew(lease)) return;
      clearInterval(timer);
      this.options.events.emit({ cache: this.options.name, name: 'lease-lost' });
    };
    return () => clearInterval(timer);
  }

  private entryOf({ text, ...instants }: SharedRecord): Entry<T> | undefined {
    const value = this.options.codec.decode(text);
    return value && { ...instants, value };
  }
}
