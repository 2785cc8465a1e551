import { FakeClock } from '@app/clock/testing/fake-clock.js';
import type { Priority } from '@app/load/priority.js';
import { BudgetEvents, type BudgetEvent } from '../../budget-events.js';
import { BudgetSpentError } from '../../budget-spent.error.js';
import type { Budget } from '../../budget.js';
import { limitedWindows, type BudgetLimits } from '../../limited-window.js';
import type { MonthCount } from '../../month-count.js';
import type { BudgetStore } from '../budget-store.js';
import { allocationOf, maxLagOf, type Allocation } from '../allocation.js';
import { SharedBudget } from '../shared-budget.js';
import { FakeBudgetStore } from './fake-budget-store.js';

interface BudgetClusterOptions {
  readonly limits: BudgetLimits;
  readonly maxPods: number;
  readonly spent?: MonthCount;
}

/** One process, and the events of its budget. */
export class BudgetPod {
  readonly events: BudgetEvent[] = [];
  readonly budget: SharedBudget;

  constructor(cluster: BudgetCluster, store: BudgetStore) {
    const { allocations, clock } = cluster;
    const events = new BudgetEvents();
    events.on((event) => this.events.push(event));
    const delay = (ms: number): Promise<void> => cluster.pass(ms);
    this.budget = new SharedBudget({ allocations, store, clock, events, delay });
  }
}

/** Processes that share a count, on a fake clock that tests and waiting processes advance. */
export class BudgetCluster {
  readonly clock = new FakeClock();
  readonly allocations: readonly Allocation[];
  readonly store: FakeBudgetStore;
  readonly maxLag: number;
  readonly pods: BudgetPod[] = [];

  constructor({ limits, maxPods, spent }: BudgetClusterOptions) {
    this.allocations = limitedWindows(limits, spent).map((window) => allocationOf(window, maxPods));
    this.maxLag = maxLagOf(this.allocations);
    this.store = new FakeBudgetStore(this.clock, this.maxLag, maxPods);
  }

  /** Starts a process and syncs it. */
  async start(store: BudgetStore = this.store): Promise<BudgetPod> {
    const pod = new BudgetPod(this, store);
    this.pods.push(pod);
    await pod.budget.sync();
    return pod;
  }

  /** Removes a process without a shutdown, like SIGKILL. */
  kill(pod: BudgetPod): void {
    this.pods.splice(this.pods.indexOf(pod), 1);
  }

  /** Advances the clock; every process syncs at its interval. */
  async pass(ms: number): Promise<void> {
    for (let left = ms; left > 0; left -= SYNC_INTERVAL_MS) {
      this.clock.advance(Math.min(left, SYNC_INTERVAL_MS));
      for (const { budget } of this.pods) await budget.sync();
    }
  }
}

const SYNC_INTERVAL_MS = 300;

/** Tries to take a call. */
export async function tryTake(budget: Budget, priority: Priority = 'missing'): Promise<boolean> {
  try {
    await budget.take(priority);
    return true;
  } catch (error) {
    if (!(error instanceof BudgetSpentError)) throw error;
    return false;
  }
}

/** Takes calls until one is refused. @returns how many */
export async function takeAll(budget: Budget, priority: Priority = 'missing'): Promise<number> {
  let calls = 0;
  while (await tryTake(budget, priority)) calls += 1;
  return calls;
}
