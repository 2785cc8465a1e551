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

type TakeOutcome = BudgetReply['outcome'] | 'unavailable';

interface SharedBudgetOptions {
  readonly allocations: readonly Allocation[];
  readonly store: BudgetStore;
  readonly clock: Clock;
  readonly events: BudgetEvents;
  /** Waits; a test advances its fake clock instead. */
  readonly delay?: (ms: number) => Promise<unknown>;
}

const SYNC_INTERVAL_MS = 300;
const POLL_INTERVAL_MS = 25;
/** The store opens within a second, and a caller waits little longer. */
const TAKE_TIMEOUT_MS = 1_500;
const RETRY_WITHOUT_STORE_MS = 10_000;
const RETRY_SOON_MS = 1_000;

/**
 * A budget that processes share: the store issues the calls, and each process has a share of a reserve
 * for the time when the store is not available.
 */
export class SharedBudget extends Budget implements OnModuleInit, BeforeApplicationShutdown {
  private readonly ledger: Ledger;
  private readonly level: LevelChanges;
  private readonly pause: (ms: number) => Promise<unknown>;
  private syncTimer: NodeJS.Timeout | undefined;
  private syncing: Promise<unknown> | undefined;
  private polling: Promise<unknown> | undefined;
  private lastOutcome: TakeOutcome = 'open';
  private reserve: 'unused' | 'begun' | 'spent' = 'unused';
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
    if (leave) await this.options.store.leave(this.ledger.pod, leave.epoch, leave.shares);
  }

  async take(priority: Priority): Promise<void> {
    const { clock } = this.options;
    const deadlineMs = clock.nowMs() + TAKE_TIMEOUT_MS;
    while (clock.nowMs() < deadlineMs) {
      if (this.lastOutcome !== 'unavailable') this.assertNotSpent(priority);
      if (this.lastOutcome === 'wait') {
        await this.poll();
        continue;
      }
      const outcome = await this.send('take', priority);
      if (outcome === 'granted') return;
      if (outcome === 'unavailable') return this.takeFromReserve(priority);
    }
    throw new BudgetSpentError('the shared count is not ready', RETRY_SOON_MS);
  }

  /** Exchanges what this process and the store know; one exchange at a time. */
  async sync(): Promise<void> {
    if (this.stopped) return;
    this.syncing ??= this.send('sync', 'missing').finally(() => (this.syncing = undefined));
    await this.syncing;
  }

  get ttlFactor(): number {
    const nowMs = this.options.clock.nowMs();
    return ttlFactorOf(this.ledger.usages(nowMs), nowMs);
  }

  override get reserveLeft(): number {
    return this.ledger.shareLeft('missing', this.options.clock.nowMs());
  }

  override snapshot(): readonly WindowUse[] {
    const nowMs = this.options.clock.nowMs();
    return this.ledger.windows.map((window) => window.useAt(nowMs));
  }

  private async send(act: BudgetRequest['act'], priority: Priority): Promise<TakeOutcome> {
    const { store, clock, events } = this.options;
    const request = this.ledger.request(act, priority, clock.nowMs());
    const reply = await store.send(request);
    const nowMs = clock.nowMs();
    if (!reply) return (this.lastOutcome = 'unavailable');
    const result = this.ledger.apply(request, reply, nowMs);
    this.setReserve('unused');
    if (result === 'applied-after-loss') events.emit({ name: 'count-lost' });
    this.level.update(levelOf(this.ledger.usages(nowMs)));
    return (this.lastOutcome = result === 'outdated' ? 'wait' : reply.outcome);
  }

  /** One poll for all callers that wait. */
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
    if (this.ledger.spendShare(priority, this.options.clock.nowMs())) {
      return this.setReserve('begun');
    }
    // Lower priorities stop before the last calls of a share.
    if (this.reserveLeft === 0) this.setReserve('spent');
    throw new BudgetSpentError('no call is left in the reserve', RETRY_WITHOUT_STORE_MS);
  }

  private setReserve(state: SharedBudget['reserve']): void {
    if (state === this.reserve) return;
    this.reserve = state;
    this.options.events.emit({ name: state === 'unused' ? 'reserve-ended' : `reserve-${state}` });
  }
}
