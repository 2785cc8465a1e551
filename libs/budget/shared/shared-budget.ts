import { setTimeout as delay } from 'node:timers/promises';
import type { BeforeApplicationShutdown, OnModuleInit } from '@nestjs/common';
import type { Clock } from '@app/clock/clock.js';
import type { Priority } from '@app/load/priority.js';
import type { BudgetEvents } from '../budget-events.js';
import { BudgetSpentError } from '../budget-spent.error.js';
import { Budget, type WindowUse } from '../budget.js';
import { LevelChanges } from '../level-changes.js';
import { levelOf, refuseWhatIsSpent, stretchOf } from '../usage.js';
import type { Answer, Ask, BudgetStore } from './budget-store.js';
import type { Deal } from './deal.js';
import { Ledger } from './ledger.js';

type Outcome = Answer['outcome'] | 'away';

interface SharedBudgetOptions {
  readonly deals: readonly Deal[];
  readonly store: BudgetStore;
  readonly clock: Clock;
  readonly events: BudgetEvents;
  /** Waits; a test that stops the clock moves it instead. */
  readonly pause?: (ms: number) => Promise<unknown>;
}

const HEAR_EVERY_MS = 300;
const LOOK_AGAIN_AFTER_MS = 25;
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
  private hearing: NodeJS.Timeout | undefined;
  private lookingAgain: Promise<unknown> | undefined;
  private lastOutcome: Outcome = 'open';
  private spendsReserve = false;
  private left = false;

  constructor(private readonly options: SharedBudgetOptions) {
    super();
    this.ledger = new Ledger(options.deals);
    this.level = new LevelChanges(options.events);
    this.pause = options.pause ?? delay;
  }

  onModuleInit(): void {
    void this.hear();
    this.hearing = setInterval(() => void this.hear(), HEAR_EVERY_MS).unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.hearing);
    this.left = true;
    const leave = this.ledger.leave(this.options.clock.nowMs());
    if (leave) await this.options.store.leave(this.ledger.pod, leave.memory, leave.shares);
  }

  async take(priority: Priority): Promise<void> {
    const { clock } = this.options;
    const giveUpAtMs = clock.nowMs() + WAIT_MS;
    while (clock.nowMs() < giveUpAtMs) {
      if (this.lastOutcome !== 'away') this.refuseWhatIsSpent(priority);
      if (this.lastOutcome === 'wait') {
        await this.lookAgain();
        continue;
      }
      const outcome = await this.ask('take', priority);
      if (outcome === 'granted') return;
      if (outcome === 'away') return this.takeFromShare(priority);
    }
    throw new BudgetSpentError('the count of calls is not open', RETRY_SOON_MS);
  }

  /** Tells the store what is known here, and learns what is known there. */
  async hear(): Promise<void> {
    if (!this.left) await this.ask('hear', 'missing');
  }

  get stretch(): number {
    const nowMs = this.options.clock.nowMs();
    return stretchOf(this.ledger.usages(nowMs), nowMs);
  }

  override snapshot(): readonly WindowUse[] {
    const nowMs = this.options.clock.nowMs();
    return this.ledger.windows.map((window) => window.useAt(nowMs));
  }

  private async ask(act: Ask['act'], priority: Priority): Promise<Outcome> {
    const { store, clock, events } = this.options;
    const ask = this.ledger.ask(act, priority, clock.nowMs());
    const answer = await store.ask(ask);
    const nowMs = clock.nowMs();
    if (!answer) return (this.lastOutcome = 'away');
    const lesson = this.ledger.learn(ask, answer, nowMs);
    this.noteReserve(false);
    if (lesson === 'learned-of-loss') events.emit({ name: 'count-lost' });
    this.level.update(levelOf(this.ledger.usages(nowMs)));
    return (this.lastOutcome = lesson === 'outdated' ? 'wait' : answer.outcome);
  }

  /** One look for all who wait. */
  private lookAgain(): Promise<unknown> {
    this.lookingAgain ??= this.pause(LOOK_AGAIN_AFTER_MS)
      .then(() => this.hear())
      .finally(() => (this.lookingAgain = undefined));
    return this.lookingAgain;
  }

  private refuseWhatIsSpent(priority: Priority): void {
    const nowMs = this.options.clock.nowMs();
    refuseWhatIsSpent(this.ledger.usages(nowMs), priority, nowMs);
  }

  private takeFromShare(priority: Priority): void {
    if (!this.ledger.spendShare(priority, this.options.clock.nowMs())) {
      throw new BudgetSpentError('no call is left in the reserve', RETRY_WITHOUT_STORE_MS);
    }
    this.noteReserve(true);
  }

  private noteReserve(inUse: boolean): void {
    if (inUse === this.spendsReserve) return;
    this.spendsReserve = inUse;
    this.options.events.emit({ name: inUse ? 'reserve-begun' : 'reserve-ended' });
  }
}
