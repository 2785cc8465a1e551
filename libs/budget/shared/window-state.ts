import type { Priority } from '@app/load/priority.js';
import type { WindowUse } from '../budget.js';
import type { Span } from '../limited-window.js';
import { allowance, type Usage } from '../usage.js';
import type { ReturnedShare, WindowClaim, WindowCount } from './budget-store.js';
import type { Allocation } from './allocation.js';

/** What one process knows of a window: the store's count, and its own share of the reserve. */
export class WindowState {
  private span: Span | undefined;
  private count = 0;
  /** `assumed`: the window, or this process, started while the store was not available. */
  private share: 'none' | 'assumed' | 'given' = 'none';
  private spent = 0;

  constructor(private readonly allocation: Allocation) {}

  claim(priority: Priority, nowMs: number): WindowClaim {
    const { window, issuable } = this.allocation;
    const open = this.openSpan(nowMs);
    // A clock that went back leaves a window that begins in the future; the store would wait for it.
    const span = open && open.startMs <= nowMs ? open : window.spanAt(nowMs);
    const spent = window.spentIn(span);
    return {
      name: window.name,
      span,
      known: open || spent > 0 ? Math.max(open ? this.count : 0, spent) : undefined,
      maxIssued: allowance(priority, issuable),
      wantsShare: !open || this.share !== 'given',
    };
  }

  /** Whether this process knows of more calls in the window than the claim says. */
  knowsMoreThan({ span, known = 0 }: WindowClaim, nowMs: number): boolean {
    const open = this.openSpan(nowMs);
    return open !== undefined && overlap(open, span) && this.count > known;
  }

  apply({ span, count, share }: WindowCount, nowMs: number): void {
    if (nowMs >= span.endMs) return;
    const open = this.openSpan(nowMs);
    if (!open || !overlap(open, span)) this.begin('none');
    this.span = span;
    this.count = Math.max(this.count, count);
    if (share === 'given') this.share = 'given';
    else if (share === 'none' && this.share === 'assumed') this.share = 'none';
  }

  /** Calls that this process may still take from its share. A lower priority may take fewer. */
  shareLeft(priority: Priority, nowMs: number): number {
    const { window, issuable } = this.allocation;
    const open = this.openSpan(nowMs);
    // Only what is known from outside can be more than the store issues: then the reserve is spent, too.
    if (window.spentIn(open ?? window.spanAt(nowMs)) > issuable) return 0;
    const share = allowance(priority, this.allocation.share);
    if (!open) return share;
    return this.share === 'none' ? 0 : Math.max(0, share - this.spent);
  }

  spend(nowMs: number): void {
    if (!this.openSpan(nowMs)) {
      this.begin('assumed');
      this.span = this.allocation.window.spanAt(nowMs);
    }
    this.spent += 1;
  }

  /** Gives up an unspent share. */
  returnShare(nowMs: number): ReturnedShare[] {
    const span = this.openSpan(nowMs);
    if (!span || this.share !== 'given' || this.spent > 0) return [];
    this.share = 'none';
    return [{ name: this.allocation.window.name, endMs: span.endMs }];
  }

  /** The usage of the store's calls; undefined while no window is open. */
  usageAt(nowMs: number): Usage | undefined {
    const span = this.openSpan(nowMs);
    return span && { span, used: this.count, issuable: this.allocation.issuable };
  }

  /** `used` includes what this process spent of the reserve, not what others spent of it. */
  useAt(nowMs: number): WindowUse {
    const { window, issuable } = this.allocation;
    const { name, limit } = window;
    const span = this.openSpan(nowMs);
    const used = span ? this.count + this.spent : 0;
    const left = Math.max(0, issuable - (span ? this.count : 0));
    return { window: name, used, limit, left, endsAtMs: span?.endMs ?? null };
  }

  private openSpan(nowMs: number): Span | undefined {
    return this.span && nowMs < this.span.endMs ? this.span : undefined;
  }

  private begin(share: 'none' | 'assumed'): void {
    this.count = 0;
    this.share = share;
    this.spent = 0;
  }
}

function overlap(one: Span, other: Span): boolean {
  return one.startMs < other.endMs && other.startMs < one.endMs;
}
