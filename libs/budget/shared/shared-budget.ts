import { setTimeout as delay } from 'node:timers/promises';
import type { BeforeApplicationShutdown, OnModuleInit } from '@nestjs/common';
import type { Clock } from '@app/clock/clock.js';
import type { Priority } from '@app/load/priority.js';
import type { BudgetEvents } from '../budget-events.js';
import { BudgetSpentError } from '../budget-spent.error.js';
import { Budget, type WindowUse } from '../budget.js';
import { LevelChanges } from '../level-changes.js';
import { levelOf, assertNotSpent, ttlFactorOf } from '../usage.js';
import type { BudgetReply, BudgetRequest, BudgetStore } from './budget-store.js';
import type { Allocation } from './allocation.js';
import { Ledger } from './ledger.js';

type TakeOutcome = BudgetReply['outcome'] | 'away';

interface SharedBudgetOptions {
  readonly allocations: readonly Allocation[];
  readonly store: BudgetStore;
  readonly clock: Clock;
  readonly events: BudgetEvents;
  /** Waits; a test that stops the clock moves it instead. */
  readonly delay?: (ms: number) => Promise<unknown>;
}

const SYNC_INTERVAL_MS = 300;
const POLL_INTERVAL_MS = 25;
/** The store opens within a second; a caller can wait little longer. */
const WAIT_MS = 1_500;
const RETRY_WITHOUT_STORE_MS = 10_000;
const RETRY_SOON_MS = 1_000;

/**
 * A budget that processes share: the store issues its calls, and each process has a share of what is
 * kept back for times without the store.
 */
export class SharedBudget extends Budget implements OnModuleInit, BeforeApplicationShutdown {
  private readonly ledger: Ledger;
  private readonly level: LevelChanges;
  private readonly pause: (ms: number) => Promise<unknown>;
  private syncTimer: NodeJS.Timeout | undefined;
  private polling: Promise<unknown> | undefined;
  private lastOutcome: TakeOutcome = 'open';
  private reserveInUse = false;
  private stopped = false;

  constructor(private readonly options: SharedBudgetOptions) {
    super();
    this.ledger = new Ledger(options.allocations);
    this.level = new LevelChanges(options.events);
    this.pause = options.delay ?? delay;
  }

  onModuleInit(): void {
    void this.sync();
    this.syncTimer = setInterval(() => void this.sync(), SYNC_INTERVAL_MS).unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.syncTimer);
    this.stopped = true;
    const leave = this.ledger.leave(this.options.clock.nowMs());
    if (leave) await this.options.store.leave(this.ledger.pod, leave.memory, leave.shares);
  }

  async take(priority: Priority): Promise<void> {
    const { clock } = this.options;
    const giveUpAtMs = clock.nowMs() + WAIT_MS;
    while (clock.nowMs() < giveUpAtMs) {
      if (this.lastOutcome !== 'away') this.assertNotSpent(priority);
      if (this.lastOutcome === 'wait') {
        await this.poll();
        continue;
      }
      const outcome = await this.send('take', priority);
      if (outcome === 'granted') return;
      if (outcome === 'away') return this.takeFromReserve(priority);
    }
    throw new BudgetSpentError('the count of calls is not open', RETRY_SOON_MS);
  }

  /** Tells the store what is known here, and learns what is known there. */
  async sync(): Promise<void> {
    if (!this.stopped) await this.send('hear', 'missing');
  }

  get ttlFactor(): number {
    const nowMs = this.options.clock.nowMs();
    return ttlFactorOf(this.ledger.usages(nowMs), nowMs);
  }

  override snapshot(): readonly WindowUse[] {
    const nowMs = this.options.clock.nowMs();
    return this.ledger.windows.map((window) => window.useAt(nowMs));
  }

  private async send(act: BudgetRequest['act'], priority: Priority): Promise<TakeOutcome> {
    const { store, clock, events } = this.options;
    const ask = this.ledger.request(act, priority, clock.nowMs());
    const answer = await store.send(ask);
    const nowMs = clock.nowMs();
    if (!answer) return (this.lastOutcome = 'away');
    const lesson = this.ledger.learn(ask, answer, nowMs);
    this.setReserveInUse(false);
    if (lesson === 'learned-of-loss') events.emit({ name: 'count-lost' });
    this.level.update(levelOf(this.ledger.usages(nowMs)));
    return (this.lastOutcome = lesson === 'outdated' ? 'wait' : answer.outcome);
  }

  /** One look for all who wait. */
  private poll(): Promise<unknown> {
    this.polling ??= this.pause(POLL_INTERVAL_MS)
      .then(() => this.sync())
      .finally(() => (this.polling = undefined));
    return this.polling;
  }

  private assertNotSpent(priority: Priority): void {
    const nowMs = this.options.clock.nowMs();
    assertNotSpent(this.ledger.usages(nowMs), priority, nowMs);
  }

  private takeFromReserve(priority: Priority): void {
    if (!this.ledger.spendShare(priority, this.options.clock.nowMs())) {
      throw new BudgetSpentError('no call is left in the reserve', RETRY_WITHOUT_STORE_MS);
    }
    this.setReserveInUse(true);
  }

  private setReserveInUse(inUse: boolean): void {
    if (inUse === this.reserveInUse) return;
    this.reserveInUse = inUse;
    this.options.events.emit({ name: inUse ? 'reserve-begun' : 'reserve-ended' });
  }
}
