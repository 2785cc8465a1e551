import type { Clock } from '@app/clock/clock.js';
import { MAX_CLOCK_DIFFERENCE_MS } from '@app/redis/lua-time.js';
import { LoadError } from '@app/load/load.error.js';
import {
  SharedStore,
  type Claim,
  type Lease,
  type Need,
  type SharedRecord,
} from '../shared-store.js';

interface Held {
  readonly token: string;
  readonly failure?: LoadError;
  readonly untilMs: number;
}

/** The behaviour of the Redis store, in memory and on a fake clock. Several caches may share one. */
export class FakeSharedStore extends SharedStore {
  /** Every claim is `unavailable`. */
  down = false;
  readonly records = new Map<string, SharedRecord>();
  readonly leases = new Map<string, Held>();
  private tokens = 0;

  constructor(
    private readonly clock: Clock,
    private readonly leaseMs = 1_000,
  ) {
    super();
  }

  claim(key: string, need: Need): Promise<Claim> {
    return Promise.resolve(this.claimNow(key, need));
  }

  find(key: string): Promise<SharedRecord | undefined> {
    return Promise.resolve(this.down ? undefined : this.recordAt(key));
  }

  settle(lease: Lease, record: SharedRecord): Promise<SharedRecord> {
    if (this.down) return Promise.resolve(record);
    const present = this.recordAt(lease.key);
    const mine = this.holder(lease.key)?.token === lease.token;
    if (!mine && present && present.loadedAtMs >= record.loadedAtMs)
      return Promise.resolve(present);
    if (this.isPast(record)) this.records.set(lease.key, record);
    if (mine) this.leases.delete(lease.key);
    return Promise.resolve(record);
  }

  fail(lease: Lease, failure: LoadError, ttlMs: number): Promise<void> {
    if (!this.down && this.holder(lease.key)?.token === lease.token) {
      this.leases.set(lease.key, { token: '', failure, untilMs: this.clock.nowMs() + ttlMs });
    }
    return Promise.resolve();
  }

  release(lease: Lease): Promise<void> {
    const mine = this.holder(lease.key)?.token === lease.token;
    if (!this.down && mine) this.leases.delete(lease.key);
    return Promise.resolve();
  }

  renew(lease: Lease): Promise<boolean> {
    if (this.down) return Promise.resolve(true);
    if (this.holder(lease.key)?.token !== lease.token) return Promise.resolve(false);
    this.leases.set(lease.key, { token: lease.token, untilMs: this.clock.nowMs() + this.leaseMs });
    return Promise.resolve(true);
  }

  discard(key: string, { loadedAtMs }: SharedRecord): Promise<void> {
    if (!this.down && this.records.get(key)?.loadedAtMs === loadedAtMs) this.records.delete(key);
    return Promise.resolve();
  }

  private claimNow(key: string, need: Need): Claim {
    if (this.down) return { kind: 'unavailable' };
    const nowMs = this.clock.nowMs();
    const record = this.recordAt(key);
    const limitMs = need === 'fresh' ? record?.freshUntilMs : record?.staleUntilMs;
    if (record && limitMs !== undefined && nowMs < limitMs) return { kind: 'found', record };
    const holder = this.holder(key);
    if (holder?.failure) return { kind: 'failed', error: holder.failure, record };
    if (holder) return { kind: 'follower', record };
    this.tokens += 1;
    const lease = { key, token: String(this.tokens) };
    this.leases.set(key, { token: lease.token, untilMs: nowMs + this.leaseMs });
    return { kind: 'leader', lease, record };
  }

  /** A record of the future counts as absent. */
  private recordAt(key: string): SharedRecord | undefined {
    const record = this.records.get(key);
    return record && this.isPast(record) ? record : undefined;
  }

  private isPast({ loadedAtMs }: SharedRecord): boolean {
    return loadedAtMs <= this.clock.nowMs() + MAX_CLOCK_DIFFERENCE_MS;
  }

  private holder(key: string): Held | undefined {
    const held = this.leases.get(key);
    return held && this.clock.nowMs() < held.untilMs ? held : undefined;
  }
}
