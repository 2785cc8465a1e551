import type { Clock } from '@app/clock/clock.js';
import { MAX_CLOCK_DIFFERENCE_MS } from '@app/redis/lua-time.js';
import {
  BudgetStore,
  SYNC_TIMEOUT_MS,
  type BudgetReply,
  type BudgetRequest,
  type ReturnedShare,
  type WindowClaim,
  type WindowCount,
} from '../budget-store.js';
import type { Span } from '../../limited-window.js';

interface Counts {
  span: Span;
  before: number;
  issued: number;
  shares: number;
}

class StoreState {
  heardAtMs = Number.NEGATIVE_INFINITY;
  opensAtMs = 0;
  issued = 0;
  readonly pods = new Map<string, { readonly issued: number; readonly atMs: number }>();
  readonly windows = new Map<string, Counts>();

  constructor(readonly epoch: string) {}

  copy(): StoreState {
    const copy = new StoreState(this.epoch);
    const { heardAtMs, opensAtMs, issued } = this;
    Object.assign(copy, { heardAtMs, opensAtMs, issued });
    for (const [pod, sync] of this.pods) copy.pods.set(pod, sync);
    for (const [name, counts] of this.windows) copy.windows.set(name, { ...counts });
    return copy;
  }

  countsOf(name: string): Counts {
    const span = { startMs: 0, endMs: 0 };
    return this.windows.get(name) ?? { span, before: 0, issued: 0, shares: 0 };
  }

  begin({ name, span }: WindowClaim): Counts {
    const counts = { span, before: 0, issued: 0, shares: 0 };
    this.windows.set(name, counts);
    return counts;
  }
}

/** The behaviour of the Redis store, in memory. Several budgets may share one. */
export class FakeBudgetStore extends BudgetStore {
  /** Answers no request. */
  down = false;
  /** Handles requests, but its replies are lost. */
  dropsReplies = false;
  /** Number of requests. */
  requests = 0;
  private state: StoreState | undefined;
  private epochs = 0;

  constructor(
    private readonly clock: Clock,
    private readonly maxLag: number,
    private readonly maxShares: number,
  ) {
    super();
  }

  send(request: BudgetRequest): Promise<BudgetReply | undefined> {
    if (this.down) return Promise.resolve(undefined);
    this.requests += 1;
    const reply = this.replyTo(request);
    return Promise.resolve(this.dropsReplies ? undefined : reply);
  }

  leave(pod: string, epoch: string, shares: readonly ReturnedShare[]): Promise<void> {
    if (this.down || this.state?.epoch !== epoch) return Promise.resolve();
    this.state.pods.delete(pod);
    for (const { name, endMs } of shares) {
      const counts = this.state.countsOf(name);
      if (counts.span.endMs === endMs) counts.shares -= 1;
    }
    return Promise.resolve();
  }

  /** Loses all data. */
  flush(): void {
    this.state = undefined;
  }

  /** @returns a function that restores the present data: later writes are lost */
  save(): () => void {
    const saved = this.state?.copy();
    return () => (this.state = saved?.copy());
  }

  private replyTo({ act, pod, nowMs: itsMs, lastReply, windows }: BudgetRequest): BudgetReply {
    const nowMs = this.clock.nowMs();
    this.state ??= new StoreState(`epoch ${(this.epochs += 1)}`);
    const { state } = this;
    if (Math.abs(nowMs - state.heardAtMs) > SYNC_TIMEOUT_MS)
      state.opensAtMs = nowMs + SYNC_TIMEOUT_MS;
    state.heardAtMs = nowMs;
    if (lastReply?.epoch === state.epoch)
      state.pods.set(pod, { issued: lastReply.issued, atMs: nowMs });
    const lost = lastReply !== undefined && lastReply.epoch !== state.epoch;
    const isNow = ({ span }: WindowClaim): boolean =>
      span.startMs <= nowMs + MAX_CLOCK_DIFFERENCE_MS && nowMs < span.endMs;
    for (const claim of windows.filter(isNow)) this.learn(state, claim, lost, nowMs);
    const closed = nowMs < state.opensAtMs;
    const isRight = Math.abs(itsMs - nowMs) <= MAX_CLOCK_DIFFERENCE_MS && windows.every(isNow);
    const mayIssue = !closed && isRight && !this.someoneLags(state, pod, nowMs);
    const outcome =
      act === 'take' ? take(state, windows, nowMs, mayIssue) : mayIssue ? 'open' : 'wait';
    return {
      outcome,
      epoch: state.epoch,
      issued: state.issued,
      windows: windows.map((claim) => this.windowCount(state, claim, nowMs, closed)),
    };
  }

  private learn(state: StoreState, claim: WindowClaim, lost: boolean, nowMs: number): void {
    const { span, known } = claim;
    if (known === undefined && !lost) return;
    let counts = state.countsOf(claim.name);
    if (nowMs >= counts.span.endMs || span.startMs >= counts.span.endMs) {
      counts = state.begin(claim);
    } else if (span.endMs <= counts.span.startMs) return;
    else if (span.startMs < counts.span.startMs) counts.span = span;
    const atMost = (known ?? 0) + this.maxLag;
    if (lost) {
      counts.before = Math.max(counts.before, atMost);
      counts.shares = this.maxShares;
    } else if ((known ?? 0) > counts.before + counts.issued) {
      counts.before = atMost - counts.issued;
    }
  }

  private someoneLags(state: StoreState, pod: string, nowMs: number): boolean {
    for (const [other, { issued, atMs }] of state.pods) {
      if (other === pod) continue;
      if (Math.abs(nowMs - atMs) > SYNC_TIMEOUT_MS) state.pods.delete(other);
      else if (state.issued - issued >= this.maxLag) return true;
    }
    return false;
  }

  private windowCount(
    state: StoreState,
    claim: WindowClaim,
    nowMs: number,
    closed: boolean,
  ): WindowCount {
    const counts = state.countsOf(claim.name);
    const { span, before, issued, shares } = counts;
    const window = { span, count: before + issued };
    if (closed || nowMs >= span.endMs) return { ...window, share: 'later' };
    if (!claim.wantsShare || shares >= this.maxShares) return { ...window, share: 'none' };
    counts.shares += 1;
    return { ...window, share: 'given' };
  }
}

function take(
  state: StoreState,
  claims: readonly WindowClaim[],
  nowMs: number,
  mayIssue: boolean,
): BudgetReply['outcome'] {
  const isOpen = ({ name }: WindowClaim): boolean => nowMs < state.countsOf(name).span.endMs;
  const refuses = (claim: WindowClaim): boolean => {
    const { before, issued } = state.countsOf(claim.name);
    return isOpen(claim) && before + issued >= claim.maxIssued;
  };
  if (claims.some(refuses)) return 'refused';
  if (!mayIssue) return 'wait';
  state.issued += 1;
  for (const claim of claims) {
    const counts = isOpen(claim) ? state.countsOf(claim.name) : state.begin(claim);
    counts.issued += 1;
  }
  return 'granted';
}
