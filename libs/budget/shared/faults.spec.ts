import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import type { BudgetLimits } from '../limited-window.js';
import { StoreLink } from './testing/store-link.js';
import { BudgetCluster, takeAll, tryTake, type BudgetPod } from './testing/budget-cluster.js';

/** With so many processes every share is 0, and only the store issues calls. */
const TOO_MANY_PODS = 1_000;
const FEW_PODS = 4;
const DAY_MS = 86_400_000;

const KINDS = [
  'burst',
  'rush',
  'pass',
  'kill',
  'stop',
  'cut',
  'mend',
  'start',
  'down',
  'up',
  'unresponsive',
  'flush',
  'flush in mid-burst',
  'fail over',
  'clock back',
] as const;

/** A fault or an action. `pod` picks a process; `calls` and `ms` say how many and how long. */
interface Step {
  readonly kind: (typeof KINDS)[number];
  readonly pod: number;
  readonly calls: number;
  readonly ms: number;
}

const steps = fc.array(
  fc.record({
    kind: fc.constantFrom(...KINDS, 'burst' as const, 'burst' as const, 'pass' as const),
    pod: fc.nat({ max: 5 }),
    calls: fc.integer({ min: 1, max: 60 }),
    ms: fc.integer({ min: 1, max: 3_000 }),
  }),
  { maxLength: 40 },
);
const someLimits = fc.constantFrom(
  { perDay: 1 },
  { perDay: 9 },
  { perDay: 100 },
  { perDay: 500, perMonth: 450 },
  { perMonth: 300 },
);

const somePods = fc.constantFrom(FEW_PODS, TOO_MANY_PODS);

/** A cluster with faults. The first process survives all of them, as the guarantee requires. */
class FaultyCluster {
  readonly cluster: BudgetCluster;
  calls = 0;
  private readonly lines = new Map<BudgetPod, StoreLink>();
  private starts = 0;
  private startedAlone = false;

  constructor(
    limits: BudgetLimits,
    private readonly maxPods: number,
  ) {
    this.cluster = new BudgetCluster({ limits, maxPods });
  }

  /** The issuable calls, and a share for each process that ever started. */
  get maxCalls(): number {
    const shares = Math.min(this.starts, this.maxPods);
    return Math.min(
      ...this.cluster.allocations.map(({ issuable, share }) => issuable + shares * share),
    );
  }

  /** On a day on which a clock that goes back stays in the month. */
  async begin(): Promise<void> {
    this.cluster.clock.advance(10 * DAY_MS);
    await this.start();
    await this.start();
    await this.cluster.pass(1_200);
  }

  /** Ends all faults; then every process takes all calls, first from the store, then from the reserve. */
  async end(): Promise<void> {
    const { store, pods } = this.cluster;
    store.down = store.dropsReplies = false;
    for (const line of this.lines.values()) line.cut = false;
    await this.cluster.pass(2_400);
    for (const { budget } of pods) this.calls += await takeAll(budget);
    store.down = true;
    for (const { budget } of pods) this.calls += await takeAll(budget);
  }

  async run({ kind, pod: at, calls, ms }: Step): Promise<void> {
    const { store, pods } = this.cluster;
    const pod = pods[at % pods.length]!;
    const victim = pods[1 + (at % Math.max(1, pods.length - 1))];
    switch (kind) {
      case 'burst':
        return this.burst(pod, calls);
      case 'rush':
        await Promise.all(pods.map((each) => this.burst(each, calls)));
        return;
      case 'flush in mid-burst': {
        const burst = this.burst(pod, calls);
        store.flush();
        return burst;
      }
      case 'pass':
        return this.cluster.pass(ms);
      case 'kill':
        return victim && this.cluster.kill(victim);
      case 'stop':
        if (victim) this.cluster.kill(victim);
        return victim?.budget.beforeApplicationShutdown();
      case 'cut':
      case 'mend':
        if (victim) this.lines.get(victim)!.cut = kind === 'cut';
        return;
      case 'start':
        return this.start();
      case 'down':
        store.down = true;
        return;
      case 'up':
        store.down = false;
        store.dropsReplies = false;
        return;
      case 'unresponsive':
        store.dropsReplies = true;
        return;
      case 'flush':
        return store.flush();
      case 'fail over': {
        const undo = store.save();
        await this.burst(pod, calls);
        undo();
        return this.cluster.pass(300);
      }
      case 'clock back':
        this.cluster.clock.advance(-ms * 1_000);
        return this.cluster.pass(300);
    }
  }

  /** Takes calls concurrently in one process. */
  private async burst({ budget }: BudgetPod, calls: number): Promise<void> {
    const answers = await Promise.all(Array.from({ length: calls }, () => tryTake(budget)));
    this.calls += answers.filter(Boolean).length;
  }

  /** More processes than shares may only start while the store can tell them that none is left. */
  private async start(): Promise<void> {
    const { store } = this.cluster;
    const alone = store.down || store.dropsReplies;
    if (this.starts >= this.maxPods && (alone || this.startedAlone)) return;
    if (alone) this.startedAlone = true;
    this.starts += 1;
    const line = new StoreLink(store);
    this.lines.set(await this.cluster.start(line), line);
  }
}

describe('a shared budget with faults', () => {
  it('never exceeds the limit', async () => {
    await fc.assert(
      fc.asyncProperty(someLimits, somePods, steps, async (limits, maxPods, story) => {
        const faulty = new FaultyCluster(limits, maxPods);
        await faulty.begin();
        for (const step of story) await faulty.run(step);
        await faulty.end();
        expect(faulty.calls).toBeLessThanOrEqual(faulty.maxCalls);
        expect(faulty.maxCalls).toBeLessThanOrEqual(Math.min(...Object.values(limits)));
      }),
      { numRuns: 250 },
    );
  });
});

describe('a shared budget without faults', () => {
  it('issues every issuable call to the highest priority', async () => {
    const pods = fc.integer({ min: 1, max: FEW_PODS });
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 400 }), pods, async (perDay, count) => {
        const cluster = new BudgetCluster({ limits: { perDay }, maxPods: FEW_PODS });
        for (let started = 0; started < count; started += 1) await cluster.start();
        await cluster.pass(1_200);
        const all = await Promise.all(cluster.pods.map(({ budget }) => takeAll(budget)));
        const calls = all.reduce((sum, each) => sum + each, 0);
        expect(calls).toBe(Math.max(1, Math.floor(perDay * 0.9)));
      }),
      { numRuns: 50 },
    );
  });
});
