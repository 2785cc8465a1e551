import type { Claim, Lease, SharedRecord } from './shared-store.js';
import { SharedStore } from './shared-store.js';

/** For a process without Redis: records live in memory only. */
export class NoSharedStore extends SharedStore {
  claim(): Promise<Claim> {
    return Promise.resolve({ kind: 'unavailable' });
  }

  find(): Promise<undefined> {
    return Promise.resolve(undefined);
  }

  settle(_lease: Lease, record: SharedRecord): Promise<SharedRecord> {
    return Promise.resolve(record);
  }

  fail(): Promise<void> {
    return Promise.resolve();
  }

  release(): Promise<void> {
    return Promise.resolve();
  }

  renew(): Promise<boolean> {
    return Promise.resolve(true);
  }

  discard(): Promise<void> {
    return Promise.resolve();
  }
}
