import { UnlimitedBudget } from '@app/budget/unlimited-budget.js';
import { SystemClock } from '@app/clock/system-clock.js';
import { LoadError } from '@app/load/load.error.js';
import type { Demand } from '@app/load/demand.js';
import { NoSharedStore } from '@app/read-through/no-shared-store.js';
import { ReadThroughEvents } from '@app/read-through/read-through-events.js';
import { ReadThrough } from '@app/read-through/read-through.js';
import { CallGuard } from '@app/resilience/call-guard.js';
import { GuardEvents } from '@app/resilience/guard-events.js';
import { FAILURE_POLICY } from '../../../src/weather/providers/upstream/failure-policy.js';
import type { VirtualProvider } from './virtual-provider.js';

const DEADLINE_MS = 3_000;
const WINDOW = { freshForMs: 600_000, revalidateForMs: 300_000, errorForMs: 21_600_000 };
const MAX_ENTRIES = 50_000;

type Instant = { readonly loadedAtMs: number };
type Operation = 'place' | 'conditions';

/** How a request for one place was answered. */
export interface Outcome {
  readonly served: 'hit' | 'waited' | 'refused';
  /** Of a refusal. */
  readonly retryAfterMs: number;
}

/** The caches and the call guard of the product in one pod, without HTTP and Redis: a search, then conditions. */
export class VirtualPod {
  private readonly clock = new SystemClock();
  private readonly guard: CallGuard;
  private readonly caches: Readonly<Record<Operation, ReadThrough<Instant>>>;

  constructor(
    private readonly provider: VirtualProvider,
    private readonly random: () => number,
  ) {
    const { clock } = this;
    this.guard = new CallGuard({
      name: 'provider',
      failurePolicy: FAILURE_POLICY,
      budget: new UnlimitedBudget(),
      basicOperations: new Set(['place']),
      cooldownStore: undefined,
      clock,
      events: new GuardEvents(),
      random,
    });
    this.caches = { place: this.cacheOf('place'), conditions: this.cacheOf('conditions') };
  }

  async ask(cell: string, place: string): Promise<Outcome> {
    const deadlineMs = this.clock.nowMs() + DEADLINE_MS;
    try {
      const found = await this.read('place', cell, deadlineMs);
      const read = await this.read('conditions', place, deadlineMs);
      return { served: found && read ? 'hit' : 'waited', retryAfterMs: 0 };
    } catch (error) {
      const retryAfterMs = (error instanceof LoadError && error.retryAfterMs) || 30_000;
      return { served: 'refused', retryAfterMs };
    }
  }

  /** @returns whether it was in memory */
  private async read(operation: Operation, key: string, deadlineMs: number): Promise<boolean> {
    const load = async (
      priority: Demand['priority'],
      _idleForMs: number,
      waiting: Demand['waiting'],
    ) => {
      const call = { operation, item: key, priority, waiting };
      const value = await this.guard.run(call, (signal) => this.provider.call(signal));
      return { value, window: WINDOW };
    };
    const { outcome } = await this.caches[operation].read(key, load, deadlineMs);
    return outcome === 'hit';
  }

  private cacheOf(name: Operation): ReadThrough<Instant> {
    const { clock, random } = this;
    return new ReadThrough<Instant>({
      name,
      clock,
      random,
      codec: { encode: String, decode: () => undefined },
      longestWindow: WINDOW,
      store: new NoSharedStore(),
      maxEntries: MAX_ENTRIES,
      events: new ReadThroughEvents(),
    });
  }
}
