import { randomUUID } from 'node:crypto';
import type { Priority } from '@app/load/priority.js';
import type { Usage } from '../usage.js';
import type { BudgetReply, BudgetRequest, ReturnedShare } from './budget-store.js';
import type { Allocation } from './allocation.js';
import { WindowState } from './window-state.js';

/** Whether an answer was learned, and with it that the store had lost its memory. */
export type SyncResult = 'learned' | 'learned-of-loss' | 'outdated';

/** What one process remembers of the shared count. Knows no waiting: asks and answers pass by. */
export class Ledger {
  readonly pod = randomUUID();
  readonly windows: readonly WindowState[];
  private lastReply: BudgetRequest['lastReply'];

  constructor(deals: readonly Allocation[]) {
    this.windows = deals.map((deal) => new WindowState(deal));
  }

  request(act: BudgetRequest['act'], priority: Priority, nowMs: number): BudgetRequest {
    const windows = this.windows.map((window) => window.claim(priority, nowMs));
    return { act, pod: this.pod, nowMs, lastReply: this.lastReply, windows };
  }

  /**
   * Asks and answers cross. An answer of a memory that was lost since is `outdated`: what it grants
   * may not be made use of. And a new memory is only taken over when it was told all that is known
   * of the old one, so that the next ask tells it the rest.
   */
  learn(ask: BudgetRequest, answer: BudgetReply, nowMs: number): SyncResult {
    const known = this.lastReply?.epoch;
    const isNew = known !== answer.epoch;
    if (isNew && known !== ask.lastReply?.epoch) return 'outdated';
    if (isNew && this.knowsMoreThan(ask, nowMs)) return 'learned';
    const issued = isNew ? answer.issued : Math.max(this.lastReply?.issued ?? 0, answer.issued);
    this.lastReply = { epoch: answer.epoch, issued };
    for (const [at, window] of this.windows.entries()) {
      const told = answer.windows[at];
      if (told) window.learn(told, nowMs);
    }
    return isNew && known !== undefined ? 'learned-of-loss' : 'learned';
  }

  /** Takes a call out of this process's share; false when it has none left. */
  spendShare(priority: Priority, nowMs: number): boolean {
    if (!this.windows.every((window) => window.canSpend(priority, nowMs))) return false;
    for (const window of this.windows) window.spend(nowMs);
    return true;
  }

  /** Undefined when the store does not know this process. */
  leave(nowMs: number): { memory: string; shares: readonly ReturnedShare[] } | undefined {
    const shares = this.windows.flatMap((window) => window.giveBack(nowMs));
    return this.lastReply && { memory: this.lastReply.epoch, shares };
  }

  usages(nowMs: number): readonly Usage[] {
    return this.windows.flatMap((window) => window.usageAt(nowMs) ?? []);
  }

  private knowsMoreThan(ask: BudgetRequest, nowMs: number): boolean {
    return this.windows.some((window, at) => {
      const told = ask.windows[at];
      return told !== undefined && window.knowsMoreThan(told, nowMs);
    });
  }
}
