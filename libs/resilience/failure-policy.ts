import { LoadError } from '@app/load/load.error.js';
import type { CallCooldowns } from './cooldowns/call-cooldowns.js';
import type { CooldownScope, CooldownStart } from './cooldowns/cooldown.js';
import type { Outcome } from './outcome.js';

/** When a failure starts a cooldown, what it applies to, and how long it lasts. */
export interface CooldownRule {
  readonly scope: CooldownScope;
  /**
   * How many such failures in a row start it: of one item, or of as many different items of an
   * operation. For a credential: 1 = when the refusals prove that it is refused everywhere.
   */
  readonly afterFailures: number;
  /** Length when the source gives no `Retry-After`; 0 = no cooldown then. Doubles while probes fail. */
  readonly initialMs: number;
  /** Upper bound of the doubling. */
  readonly maxMs: number;
  /** Upper bound of a `Retry-After` of the source; 0 = it is ignored. */
  readonly maxRetryAfterMs: number;
  /** Whether it is a circuit breaker: of this process alone, because it concerns its connections. */
  readonly isBreaker?: true;
}

/** What an error code says, and what follows from it. */
export interface FailureRule {
  /**
   * `failure`: the source may be down. `refusal`: it works, and does not permit this. `answer`: it
   * works, and has nothing to say.
   */
  readonly kind: 'failure' | 'refusal' | 'answer';
  /** Whether the call is attempted a second time. */
  readonly retry: boolean;
  readonly cooldowns: readonly CooldownRule[];
}

/** How many failures in a row there are now, in each scope. */
export interface Streaks extends Readonly<Record<CooldownScope, number>> {
  /** Whether the operation never worked in this process. */
  readonly neverWorked: boolean;
}

/** Rules by error code. An error with any other code shows nothing about the source: it was not asked. */
export class FailurePolicy {
  constructor(private readonly rules: Readonly<Record<string, FailureRule>>) {}

  ruleFor(error: unknown): FailureRule | undefined {
    return this.rules[LoadError.of(error).code];
  }

  /** Whether the error may mean that the API key is refused everywhere. */
  concernsCredential(error: unknown): boolean {
    return this.ruleFor(error)?.cooldowns.some(({ scope }) => scope === 'credential') ?? false;
  }

  /** What the attempt shows about the source. */
  classify(error: unknown): Outcome {
    const rule = this.ruleFor(error);
    if (!rule) return 'unknown';
    return rule.kind === 'failure' ? 'failure' : 'success';
  }

  /** The cooldowns that a failed call starts. */
  cooldownsAfter(error: unknown, streaks: Streaks, names: CallCooldowns): CooldownStart[] {
    const rules = this.ruleFor(error)?.cooldowns ?? [];
    return rules
      .filter(({ scope, afterFailures }) => streaks[scope] >= afterFailures)
      .flatMap((rule) => startOf(rule, LoadError.of(error), names) ?? []);
  }

  /** The cooldown of an operation that an error starts, whatever the number of failures. */
  operationCooldown(error: LoadError, names: CallCooldowns): CooldownStart | undefined {
    const rule = this.ruleFor(error)?.cooldowns.find(({ scope }) => scope === 'operation');
    return rule && startOf(rule, error, names);
  }
}

function startOf(
  { scope, isBreaker, initialMs, maxMs, maxRetryAfterMs }: CooldownRule,
  { code, retryAfterMs = 0, message }: LoadError,
  names: CallCooldowns,
): CooldownStart | undefined {
  const name = isBreaker ? names.breaker : names.byScope[scope];
  const boundedMs = Math.min(retryAfterMs, maxRetryAfterMs);
  const periodMs = Math.max(initialMs, Math.min(boundedMs, maxMs));
  if (!name || periodMs === 0) return undefined;
  return { name, reason: code, periodMs, maxMs, retryAfterMs: boundedMs, message };
}
