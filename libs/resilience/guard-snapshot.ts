import { subjectOf } from './cooldowns/call-cooldowns.js';
import {
  isBreaker,
  scopeOf,
  type Cooldown,
  type CooldownName,
  type CooldownScope,
} from './cooldowns/cooldown.js';

/** `half-open`: its time is over, and the next call is its probe. */
export type BreakerState = 'closed' | 'half-open' | 'open';

/** How many calls of an operation run and wait, and how many may run. */
export interface Occupancy {
  readonly running: number;
  readonly waiting: number;
  readonly limit: number;
}

/** The state of a guard, for metrics. */
export interface GuardSnapshot {
  /** By operation; the breaker is that of the variant in the worst state. */
  readonly operations: ReadonlyMap<string, Occupancy & { readonly breaker: BreakerState }>;
  /** How many cooldowns there are, without breakers. One counts until its probe succeeds. */
  readonly cooldowns: Readonly<Record<CooldownScope, number>>;
}

const BY_SEVERITY: readonly BreakerState[] = ['open', 'half-open', 'closed'];

/** Summarises cooldowns and bulkheads. */
export function snapshotOf(
  occupancies: ReadonlyMap<string, Occupancy>,
  cooldowns: ReadonlyMap<CooldownName, Cooldown>,
  nowMs: number,
): GuardSnapshot {
  const breakers = new Map<string, BreakerState[]>();
  const counts = { item: 0, operation: 0, credential: 0, source: 0 };
  for (const [name, { untilMs }] of cooldowns) {
    if (isBreaker(name)) {
      const operation = subjectOf(name)?.split('/', 1)[0] ?? '';
      const states = breakers.get(operation) ?? [];
      breakers.set(operation, [...states, nowMs < untilMs ? 'open' : 'half-open']);
    } else if (scopeOf(name) !== 'item' || nowMs < untilMs) {
      // No call may ever come for an item again.
      counts[scopeOf(name)] += 1;
    }
  }
  const operations = [...occupancies].map(([operation, occupancy]) => {
    const states = breakers.get(operation) ?? [];
    const breaker = BY_SEVERITY.find((state) => states.includes(state)) ?? 'closed';
    return [operation, { ...occupancy, breaker }] as const;
  });
  return { operations: new Map(operations), cooldowns: counts };
}
