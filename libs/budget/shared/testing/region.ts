import { FakeClock } from '@app/clock/testing/fake-clock.js';
import type { Urgency } from '@app/read-through/urgency.js';
import { BudgetEvents, type BudgetEvent } from '../../budget-events.js';
import { BudgetSpentError } from '../../budget-spent.error.js';
import type { Budget } from '../../budget.js';
import { limitedWindows, type BudgetLimits } from '../../limited-window.js';
import type { BudgetStore } from '../budget-store.js';
import { dealOf, maxLagOf, type Deal } from '../deal.js';
import { SharedBudget } from '../shared-budget.js';
import { FakeBudgetStore } from './fake-budget-store.js';

interface RegionOptions {
  readonly limits: BudgetLimits;
  readonly maxPods: number;
}

/** One process, and what its budget told. */
export class Pod {
  readonly events: BudgetEvent[] = [];
  readonly budget: SharedBudget;

  constructor(region: Region, store: BudgetStore) {
    const { deals, clock } = region;
    const events = new BudgetEvents();
    events.listen((event) => this.events.push(event));
    const pause = (ms: number): Promise<void> => region.pass(ms);
    this.budget = new SharedBudget({ deals, store, clock, events, pause });
  }
}

/** Processes that share a count, in a time that only tests and waiting processes move. */
export class Region {
  readonly clock = new FakeClock();
  readonly deals: readonly Deal[];
  readonly store: FakeBudgetStore;
  readonly maxLag: number;
  readonly pods: Pod[] = [];

  constructor({ limits, maxPods }: RegionOptions) {
    this.deals = limitedWindows(limits).map((window) => dealOf(window, maxPods));
    this.maxLag = maxLagOf(this.deals);
    this.store = new FakeBudgetStore(this.maxLag, maxPods);
  }

  /** A process starts, and is heard. */
  async start(store: BudgetStore = this.store): Promise<Pod> {
    const pod = new Pod(this, store);
    this.pods.push(pod);
    await pod.budget.hear();
    return pod;
  }

  /** SIGKILL. */
  kill(pod: Pod): void {
    this.pods.splice(this.pods.indexOf(pod), 1);
  }

  /** Time passes, and every process is heard now and then. */
  async pass(ms: number): Promise<void> {
    for (let left = ms; left > 0; left -= HEAR_EVERY_MS) {
      this.clock.advance(Math.min(left, HEAR_EVERY_MS));
      for (const { budget } of this.pods) await budget.hear();
    }
  }
}

const HEAR_EVERY_MS = 300;

/** Whether a call may be made. */
export async function taken(budget: Budget, urgency: Urgency = 'missing'): Promise<boolean> {
  try {
    await budget.take(urgency);
    return true;
  } catch (error) {
    if (!(error instanceof BudgetSpentError)) throw error;
    return false;
  }
}

/** Calls until it is refused. */
export async function takeAll(budget: Budget, urgency: Urgency = 'missing'): Promise<number> {
  let calls = 0;
  while (await taken(budget, urgency)) calls += 1;
  return calls;
}
