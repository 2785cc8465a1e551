import { LoadError } from '@app/load/load.error.js';
import {
  scopeOf,
  type CooldownName,
  type CooldownScope,
  type CooldownStart,
} from './cooldowns/cooldown.js';
import type { Outcome } from './outcome.js';

/** What a cooldown applies to, and how long it lasts. */
export interface CooldownRule {
  readonly scope: CooldownScope;
  /** Length when the source gives no `Retry-After`; 0 = no cooldown then. Doubles while probes fail. */
  readonly initialMs: number;
  /** Upper bound of the doubling. */
  readonly maxMs: number;
  /** Upper bound of a `Retry-After` of the source; 0 = it is ignored. */
  readonly maxRetryAfterMs: number;
}

/** What the guard does after an attempt fails with one error code. */
export interface FailureRule {
  /** Whether the call is attempted a second time. */
  readonly retry: boolean;
  /** Whether the failure counts against the breaker of the operation. */
  readonly trips: boolean;
  readonly cooldown?: CooldownRule;
}

/** Rules by error code. An error with any other code shows nothing about the source: it was not asked. */
export class FailurePolicy {
  constructor(private readonly rules: Readonly<Record<string, FailureRule>>) {}

  ruleFor(error: unknown): FailureRule | undefined {
    return this.rules[LoadError.of(error).code];
  }

  /** The outcome that the breaker counts. */
  classify(error: unknown): Outcome {
    const rule = this.ruleFor(error);
    if (!rule) return 'unknown';
    return rule.trips ? 'failure' : 'success';
  }

  /**
   * The cooldown that an error code starts.
   * @param names of the cooldowns that apply to the call
   */
  cooldownFor(
    code: string | undefined,
    retryAfterMs: number | undefined,
    names: readonly CooldownName[],
  ): CooldownStart | undefined {
    const rule = code === undefined ? undefined : this.rules[code]?.cooldown;
    const name = names.find((one) => scopeOf(one) === rule?.scope);
    if (!code || !rule || !name) return undefined;
    const boundedMs = Math.min(retryAfterMs ?? 0, rule.maxRetryAfterMs);
    const periodMs = Math.max(rule.initialMs, Math.min(boundedMs, rule.maxMs));
    if (periodMs === 0) return undefined;
    return { name, reason: code, periodMs, maxMs: rule.maxMs, retryAfterMs: boundedMs };
  }
}
