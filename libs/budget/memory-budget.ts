import type { Clock } from '@app/clock/clock.js';
import type { Priority } from '@app/load/priority.js';
import type { BudgetEvents } from './budget-events.js';
import { Budget, type WindowUse } from './budget.js';
import { LevelChanges } from './level-changes.js';
import type { LimitedWindow, Span } from './limited-window.js';
import { levelOf, assertNotSpent, ttlFactorOf, type Usage } from './usage.js';

interface Count {
  readonly span: Span;
  readonly used: number;
}

/** A budget of one process. A restart forgets its usage. */
export class MemoryBudget extends Budget {
  private readonly counts = new Map<LimitedWindow, Count>();
  private readonly level: LevelChanges;

  constructor(
    private readonly windows: readonly LimitedWindow[],
    private readonly clock: Clock,
    events: BudgetEvents,
  ) {
    super();
    this.level = new LevelChanges(events);
  }

  async take(priority: Priority): Promise<void> {
    const nowMs = this.clock.nowMs();
    this.moveFutureWindows(nowMs);
    this.openSpentWindows(nowMs);
    this.level.update(levelOf(this.usages()));
    assertNotSpent(this.usages(), priority, nowMs);
    for (const window of this.windows) {
      const { span, used } = this.countOf(window) ?? { span: window.spanAt(nowMs), used: 0 };
      this.counts.set(window, { span, used: used + 1 });
    }
    this.level.update(levelOf(this.usages()));
  }

  get ttlFactor(): number {
    return ttlFactorOf(this.usages(), this.clock.nowMs());
  }

  override snapshot(): readonly WindowUse[] {
    return this.windows.map((window) => {
      const count = this.countOf(window);
      const { name, limit } = window;
      const used = count?.used ?? 0;
      const left = Math.max(0, limit - used);
      return { window: name, used, limit, left, endsAtMs: count?.span.endMs ?? null };
    });
  }

  private usages(): readonly Usage[] {
    return this.windows.flatMap((window) => {
      const count = this.countOf(window);
      return count ? [{ ...count, issuable: window.limit }] : [];
    });
  }

  /** A window that begins in the future, because the clock was set back, begins now with its calls. */
  private moveFutureWindows(nowMs: number): void {
    for (const [window, { span, used }] of this.counts) {
      if (span.startMs > nowMs) this.counts.set(window, { span: window.spanAt(nowMs), used });
    }
  }

  private openSpentWindows(nowMs: number): void {
    for (const window of this.windows) {
      const span = window.spanAt(nowMs);
      const used = window.spentIn(span);
      if (used > 0 && !this.countOf(window)) this.counts.set(window, { span, used });
    }
  }

  /** Undefined while no window is open. */
  private countOf(window: LimitedWindow): Count | undefined {
    const count = this.counts.get(window);
    return count && this.clock.nowMs() < count.span.endMs ? count : undefined;
  }
}
