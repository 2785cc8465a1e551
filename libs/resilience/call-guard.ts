import { LoadError } from '@app/load/load.error.js';
import { Attempts, ATTEMPT_TIMEOUT_MS, type AttemptsOptions } from './attempts.js';
import type { Attempt, Call, Reply } from './call.js';
import type { CooldownStore } from './cooldowns/cooldown-store.js';
import {
  scopeOf,
  type Cooldown,
  type CooldownName,
  type CooldownStart,
} from './cooldowns/cooldown.js';
import { Cooldowns } from './cooldowns/cooldowns.js';
import { fingerprintOf } from './fingerprint.js';
import type { BreakerState } from './guard-events.js';
import { Breaker } from './operation/breaker.js';
import { Bulkhead } from './operation/bulkhead.js';
import type { Outcome } from './outcome.js';

const RUN_TIMEOUT_MS = 3_000;
/** Leaves time for one whole attempt after the wait in the queue. */
const QUEUE_TIMEOUT_MS = RUN_TIMEOUT_MS - ATTEMPT_TIMEOUT_MS;
const MAX_RUNNING = 64;
const MAX_WAITING = 512;

/** What guards a source: the needs of its attempts, and where its cooldowns are shared. */
export interface CallGuardOptions extends AttemptsOptions {
  /** Shared between processes; undefined = memory only. */
  readonly cooldownStore: CooldownStore | undefined;
}

/** The state of the guard, for metrics. */
export interface GuardSnapshot {
  readonly operations: ReadonlyMap<
    string,
    { readonly breaker: BreakerState; readonly running: number; readonly waiting: number }
  >;
  readonly cooldowns: ReadonlyMap<CooldownName, Cooldown>;
}

interface OperationGuard {
  readonly breaker: Breaker;
  readonly bulkhead: Bulkhead;
}

type CallResult<T> = { readonly reply: Reply<T> } | { readonly error: unknown };

/**
 * Guards every call to one source: cooldowns, a breaker and a bulkhead per operation, one retry, and
 * the budget. Every caller gets an answer within 3 s, and the source is never overloaded.
 */
export class CallGuard {
  private readonly operations = new Map<string, OperationGuard>();
  private readonly cooldowns: Cooldowns;
  private readonly attempts: Attempts;

  constructor(private readonly options: CallGuardOptions) {
    const { name: source, clock, events } = options;
    this.attempts = new Attempts(options);
    this.cooldowns = new Cooldowns(
      options.cooldownStore,
      clock,
      (name, { reason, untilMs }, isActive) => {
        const of = name.split(':')[1];
        const details = { source, scope: scopeOf(name), reason, untilMs, ...(of ? { of } : {}) };
        events.emit({ name: isActive ? 'paused' : 'resumed', ...details });
      },
    );
  }

  /**
   * @throws RefusedCallError when the source is not called, LoadError when there is no budget, or the
   * error of the last attempt
   */
  async run<T>(call: Call, attempt: Attempt<T>): Promise<T> {
    const deadlineMs = this.options.clock.nowMs() + RUN_TIMEOUT_MS;
    const operation = this.operationGuard(call.operation);
    const names = cooldownsOf(call);
    this.throwIfRefused(operation, names);
    const waitForMs = call.priority === 'refresh' ? 0 : QUEUE_TIMEOUT_MS;
    return operation.bulkhead.run(async () => {
      const permit = await this.cooldowns.enter(names);
      const isProbe = permit.probes.size > 0 || operation.breaker.state !== 'closed';
      const reply = isProbe
        ? operation.breaker.probe(
            () => this.attempts.admit(call),
            () => this.attempts.once(call, attempt, deadlineMs),
          )
        : operation.breaker.run(() =>
            this.attempts.withRetry(call, attempt, deadlineMs, () =>
              this.throwIfRefused(operation, names),
            ),
          );
      const result = await settle(reply);
      await this.cooldowns.leave(permit, ...this.outcomeOf(result, names));
      if ('error' in result) throw result.error;
      return result.reply.value;
    }, waitForMs);
  }

  snapshot(): GuardSnapshot {
    const operations = [...this.operations].map(
      ([name, { breaker, bulkhead }]) =>
        [name, { breaker: breaker.state, ...bulkhead.occupancy }] as const,
    );
    return { operations: new Map(operations), cooldowns: this.cooldowns.all() };
  }

  private throwIfRefused(operation: OperationGuard, names: readonly CooldownName[]): void {
    operation.breaker.throwIfRefused();
    this.cooldowns.throwIfRefused(names);
  }

  /** What a call shows about the source, and the cooldown that it starts. */
  private outcomeOf(
    result: CallResult<unknown>,
    names: readonly CooldownName[],
  ): [Outcome, CooldownStart | undefined] {
    const { failurePolicy } = this.options;
    if ('reply' in result) {
      return ['success', failurePolicy.cooldownFor(result.reply.warning, undefined, names)];
    }
    const { code, retryAfterMs } = LoadError.of(result.error);
    const cooldown = failurePolicy.cooldownFor(code, retryAfterMs, names);
    return [cooldown ? 'failure' : failurePolicy.classify(result.error), cooldown];
  }

  private operationGuard(operation: string): OperationGuard {
    const present = this.operations.get(operation);
    if (present) return present;
    const { name: source, failurePolicy, clock, events } = this.options;
    const classify = (error: unknown): Outcome => failurePolicy.classify(error);
    const guard = {
      breaker: new Breaker(classify, clock, (state, cause) =>
        events.emit({ name: 'breaker', source, operation, state, cause }),
      ),
      bulkhead: new Bulkhead(MAX_RUNNING, MAX_WAITING, () =>
        events.emit({ name: 'overloaded', source, operation }),
      ),
    };
    this.operations.set(operation, guard);
    return guard;
  }
}

/** The scope of an operation is called `lane` in shared keys and in metrics. */
function cooldownsOf({ operation, key }: Call): readonly CooldownName[] {
  const names: CooldownName[] = ['source', `lane:${operation}`];
  return key === undefined ? names : [...names, `key:${fingerprintOf(key)}`];
}

async function settle<T>(reply: Promise<Reply<T>>): Promise<CallResult<T>> {
  try {
    return { reply: await reply };
  } catch (error) {
    return { error };
  }
}
