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

  constructor(readonly name: string) {}

  copy(): StoreState {
    const copy = new StoreState(this.name);
    const { heardAtMs, opensAtMs, issued } = this;
    Object.assign(copy, { heardAtMs, opensAtMs, issued });
    for (const [pod, heard] of this.pods) copy.pods.set(pod, heard);
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

/** What Redis does, in memory: several budgets may share one. */
export class FakeBudgetStore extends BudgetStore {
  /** Away: nobody is answered. */
  down = false;
  /** Works, but its answers are lost. */
  dropsReplies = false;
  /** How many asked. */
  requests = 0;
  private memory: StoreState | undefined;
  private memories = 0;

  constructor(
    private readonly maxLag: number,
    private readonly maxShares: number,
  ) {
    super();
  }

  send(ask: BudgetRequest): Promise<BudgetReply | undefined> {
    if (this.down) return Promise.resolve(undefined);
    this.requests += 1;
    const answer = this.answerTo(ask);
    return Promise.resolve(this.dropsReplies ? undefined : answer);
  }

  leave(pod: string, memory: string, shares: readonly ReturnedShare[]): Promise<void> {
    if (this.down || this.memory?.name !== memory) return Promise.resolve();
    this.memory.pods.delete(pod);
    for (const { name, endMs } of shares) {
      const counts = this.memory.countsOf(name);
      if (counts.span.endMs === endMs) counts.shares -= 1;
    }
    return Promise.resolve();
  }

  /** All is lost. */
  flush(): void {
    this.memory = undefined;
  }

  /** @returns what puts things back as they are now: the last writes are lost */
  save(): () => void {
    const saved = this.memory?.copy();
    return () => (this.memory = saved?.copy());
  }

  private answerTo({ act, pod, nowMs, lastReply: heard, windows }: BudgetRequest): BudgetReply {
    this.memory ??= new StoreState(`memory ${(this.memories += 1)}`);
    const memory = this.memory;
    if (nowMs - memory.heardAtMs > SYNC_TIMEOUT_MS) memory.opensAtMs = nowMs + SYNC_TIMEOUT_MS;
    memory.heardAtMs = Math.max(nowMs, memory.heardAtMs);
    if (heard?.epoch === memory.name) memory.pods.set(pod, { issued: heard.issued, atMs: nowMs });
    const lost = heard !== undefined && heard.epoch !== memory.name;
    for (const claim of windows) this.learn(memory, claim, lost, nowMs);
    const closed = nowMs < memory.opensAtMs;
    const mayIssue = !closed && !this.someoneLags(memory, pod, nowMs);
    const outcome =
      act === 'take' ? take(memory, windows, nowMs, mayIssue) : mayIssue ? 'open' : 'wait';
    return {
      outcome,
      epoch: memory.name,
      issued: memory.issued,
      windows: windows.map((claim) => this.tell(memory, claim, nowMs, closed)),
    };
  }

  private learn(memory: StoreState, claim: WindowClaim, lost: boolean, nowMs: number): void {
    const { span, known } = claim;
    if (known === undefined && !lost) return;
    let counts = memory.countsOf(claim.name);
    if (nowMs >= counts.span.endMs || span.startMs >= counts.span.endMs) {
      counts = memory.begin(claim);
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

  private someoneLags(memory: StoreState, pod: string, nowMs: number): boolean {
    for (const [other, { issued, atMs }] of memory.pods) {
      if (other === pod) continue;
      if (Math.abs(nowMs - atMs) > SYNC_TIMEOUT_MS) memory.pods.delete(other);
      else if (memory.issued - issued >= this.maxLag) return true;
    }
    return false;
  }

  private tell(memory: StoreState, claim: WindowClaim, nowMs: number, closed: boolean): WindowCount {
    const counts = memory.countsOf(claim.name);
    const { span, before, issued, shares } = counts;
    const told = { span, count: before + issued };
    if (closed || nowMs >= span.endMs) return { ...told, share: 'later' };
    if (!claim.wantsShare || shares >= this.maxShares) return { ...told, share: 'none' };
    counts.shares += 1;
    return { ...told, share: 'given' };
  }
}

function take(
  memory: StoreState,
  claims: readonly WindowClaim[],
  nowMs: number,
  mayIssue: boolean,
): BudgetReply['outcome'] {
  const isOpen = ({ name }: WindowClaim): boolean => nowMs < memory.countsOf(name).span.endMs;
  const refuses = (claim: WindowClaim): boolean => {
    const { before, issued } = memory.countsOf(claim.name);
    return isOpen(claim) && before + issued >= claim.maxIssued;
  };
  if (claims.some(refuses)) return 'refused';
  if (!mayIssue) return 'wait';
  memory.issued += 1;
  for (const claim of claims) {
    const counts = isOpen(claim) ? memory.countsOf(claim.name) : memory.begin(claim);
    counts.issued += 1;
  }
  return 'granted';
}
