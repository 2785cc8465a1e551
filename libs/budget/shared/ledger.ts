import { randomUUID } from 'node:crypto';
import type { Priority } from '@app/load/priority.js';
import type { Usage } from '../usage.js';
import type { BudgetReply, BudgetRequest, ReturnedShare } from './budget-store.js';
import type { Allocation } from './allocation.js';
import { WindowState } from './window-state.js';

/** Whether a reply was applied, and whether it showed that the store had lost its data. */
export type SyncResult = 'applied' | 'applied-after-loss' | 'outdated';

/** What one process remembers of the shared count. Free of I/O: it makes requests and applies replies. */
export class Ledger {
  readonly pod = randomUUID();
  readonly windows: readonly WindowState[];
  private lastReply: BudgetRequest['lastReply'];

  constructor(allocations: readonly Allocation[]) {
    this.windows = allocations.map((allocation) => new WindowState(allocation));
  }

  request(act: BudgetRequest['act'], priority: Priority, nowMs: number): BudgetRequest {
    // Calls overlap: if each asked for a share, a process would get several, and others none.
    const asksForShare = act === 'sync';
    const windows = this.windows.map((window) => {
      const claim = window.claim(priority, nowMs);
      return { ...claim, wantsShare: asksForShare && claim.wantsShare };
    });
    return { act, pod: this.pod, nowMs, lastReply: this.lastReply, windows };
  }

  /**
   * Applies a reply. Requests overlap: a reply of an epoch that was lost since is `outdated`, and its
   * grant must not be used. A new epoch is adopted only if the request reported all that is known of
   * the old one; otherwise the next request tells it the rest.
   */
  apply(request: BudgetRequest, reply: BudgetReply, nowMs: number): SyncResult {
    const known = this.lastReply?.epoch;
    const isNew = known !== reply.epoch;
    if (isNew && known !== request.lastReply?.epoch) return 'outdated';
    if (isNew && this.knowsMoreThan(request, nowMs)) return 'applied';
    const issued = isNew ? reply.issued : Math.max(this.lastReply?.issued ?? 0, reply.issued);
    this.lastReply = { epoch: reply.epoch, issued };
    for (const [at, window] of this.windows.entries()) {
      const count = reply.windows[at];
      if (count) window.apply(count, nowMs);
    }
    return isNew && known !== undefined ? 'applied-after-loss' : 'applied';
  }

  /** Takes a call from this process's share; false when it has none left. */
  spendShare(priority: Priority, nowMs: number): boolean {
    if (this.shareLeft(priority, nowMs) === 0) return false;
    for (const window of this.windows) window.spend(nowMs);
    return true;
  }

  /** Calls that this process's share still permits, in all windows. */
  shareLeft(priority: Priority, nowMs: number): number {
    return Math.min(...this.windows.map((window) => window.shareLeft(priority, nowMs)));
  }

  /** Undefined when the store does not know this process. */
  leave(nowMs: number): { epoch: string; shares: readonly ReturnedShare[] } | undefined {
    const shares = this.windows.flatMap((window) => window.returnShare(nowMs));
    return this.lastReply && { epoch: this.lastReply.epoch, shares };
  }

  usages(nowMs: number): readonly Usage[] {
    return this.windows.flatMap((window) => window.usageAt(nowMs) ?? []);
  }

  private knowsMoreThan(request: BudgetRequest, nowMs: number): boolean {
    return this.windows.some((window, at) => {
      const claim = request.windows[at];
      return claim !== undefined && window.knowsMoreThan(claim, nowMs);
    });
  }
}
