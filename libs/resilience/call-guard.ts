import { LoadError } from '@app/load/load.error.js';
import { Attempts, ATTEMPT_TIMEOUT_MS, type AttemptsOptions } from './attempts.js';
import { Bulkhead, type Report } from './bulkhead.js';
import type { Attempt, Call } from './call.js';
import { cooldownsOf, subjectOf, type CallCooldowns } from './cooldowns/call-cooldowns.js';
import type { CooldownStore } from './cooldowns/cooldown-store.js';
import { isBreaker, scopeOf, type CooldownChange } from './cooldowns/cooldown.js';
import { Cooldowns, type CallResult, type Permit } from './cooldowns/cooldowns.js';
import type { WorkingCall } from './evidence/credential-evidence.js';
import { CredentialProbe } from './evidence/credential-probe.js';
import { Evidence } from './evidence/evidence.js';
import { snapshotOf, type GuardSnapshot } from './guard-snapshot.js';
import { RefusedCallError } from './refused-call.error.js';

const RUN_TIMEOUT_MS = 3_000;
/** Leaves time for one whole attempt after the wait in the queue. */
const QUEUE_TIMEOUT_MS = RUN_TIMEOUT_MS - ATTEMPT_TIMEOUT_MS;
const MAX_WAITING = 512;
const ONE_CALLER = { callers: 1 };

/** What guards a source: the needs of its attempts, and where its cooldowns are shared. */
export interface CallGuardOptions extends AttemptsOptions {
  /** Shared between processes; undefined = memory only. */
  readonly cooldownStore: CooldownStore | undefined;
  /**
   * Operations that every API key permits, so that a source which refuses one for several items refuses
   * the key, unless something works.
   */
  readonly basicOperations: ReadonlySet<string>;
}

/**
 * Guards every call to one source: cooldowns for what failed or was refused, a bulkhead per operation,
 * one retry, and the budget. Every caller gets an answer within 3 s, and the source is never overloaded: as many
 * calls run at once as it answers well.
 */
export class CallGuard {
  private readonly bulkheads = new Map<string, Bulkhead>();
  private readonly cooldowns: Cooldowns;
  private readonly attempts: Attempts;
  private readonly evidence: Evidence;
  private readonly credentialProbe: CredentialProbe;

  constructor(private readonly options: CallGuardOptions) {
    this.attempts = new Attempts(options);
    this.evidence = new Evidence(options.failurePolicy, options.basicOperations);
    this.credentialProbe = new CredentialProbe(this.evidence.credential, options.clock, (working) =>
      this.probeCredential(working),
    );
    this.cooldowns = new Cooldowns(options.cooldownStore, options.clock, (change) =>
      this.report(change),
    );
  }

  /**
   * @throws RefusedCallError when the source is not called, LoadError when there is no budget, the error of
   * the allowance, or that of the last attempt
   */
  run<T>(call: Call, attempt: Attempt<T>): Promise<T> {
    return this.runGuarded(call, attempt, false);
  }

  private async runGuarded<T>(
    call: Call,
    attempt: Attempt<T>,
    isCredentialProbe: boolean,
  ): Promise<T> {
    const deadlineMs = this.options.clock.nowMs() + RUN_TIMEOUT_MS;
    const names = cooldownsOf(call);
    const throwIfRefused = (): void => this.cooldowns.throwIfRefused(names);
    throwIfRefused();
    const waitForMs = call.priority === 'refresh' ? 0 : QUEUE_TIMEOUT_MS;
    const turn = { waitForMs, waiting: call.waiting ?? ONE_CALLER };
    return this.bulkheadOf(call.operation).run(async (report) => {
      const measured = this.measured(attempt, report);
      const permit = await this.admit(call, names);
      const isProbe = permit.probes.size > 0;
      try {
        const value = isProbe
          ? await this.attempts.once(call, measured, deadlineMs)
          : await this.attempts.withRetry(call, measured, deadlineMs, throwIfRefused);
        await this.succeed(call, attempt, permit);
        return value;
      } catch (error) {
        await this.cooldowns.leave(permit, this.resultOf(call, error, isCredentialProbe));
        throw error;
      }
    }, turn);
  }

  /** An attempt that reports how the source answered it. */
  private measured<T>(attempt: Attempt<T>, report: Report): Attempt<T> {
    const { clock, failurePolicy } = this.options;
    return async (signal) => {
      const startedAtMs = clock.nowMs();
      try {
        const value = await attempt(signal);
        report(false, clock.nowMs() - startedAtMs);
        return value;
      } catch (error) {
        const hasFailed = failurePolicy.classify(error) === 'failure';
        report(hasFailed, clock.nowMs() - startedAtMs);
        throw error;
      }
    };
  }

  /** Asks the cooldowns and the allowance at the same time: both are a round trip to a shared store. */
  private async admit({ priority, allowance }: Call, names: CallCooldowns): Promise<Permit> {
    const [entered, charged] = await Promise.allSettled([
      this.cooldowns.enter(names),
      allowance?.take(priority),
    ]);
    if (entered.status === 'rejected') {
      if (charged.status === 'fulfilled') await allowance?.giveBack(priority);
      throw entered.reason;
    }
    if (charged.status === 'fulfilled') return entered.value;
    await this.cooldowns.leave(entered.value, { outcome: 'unknown', starts: [] });
    throw charged.reason;
  }

  /**
   * Why a call would be refused now, as far as this process knows, without asking anyone. Breakers do not
   * count: they say nothing about what other processes can load.
   */
  refusalOf(call: Call): RefusedCallError | undefined {
    return this.cooldowns.sharedRefusal(cooldownsOf(call));
  }

  snapshot(): GuardSnapshot {
    const calls = [...this.bulkheads].map(([name, { occupancy }]) => [name, occupancy] as const);
    return snapshotOf(new Map(calls), this.cooldowns.all(), this.options.clock.nowMs());
  }

  private async succeed(call: Call, attempt: Attempt<unknown>, permit: Permit): Promise<void> {
    for (const refused of this.evidence.succeeded(call, attempt)) {
      const names = cooldownsOf(refused.call);
      const start = this.options.failurePolicy.operationCooldown(refused.error, names);
      if (start) await this.cooldowns.start(start);
    }
    await this.cooldowns.leave(permit, { outcome: 'success', starts: [] });
  }

  private resultOf(call: Call, error: unknown, isCredentialProbe: boolean): CallResult {
    const { failurePolicy } = this.options;
    const { code } = LoadError.of(error);
    const streaks = this.evidence.failed(call, error, isCredentialProbe);
    if (failurePolicy.concernsCredential(error) && streaks.credential === 0) {
      this.credentialProbe.after(call, streaks.neverWorked ? 'neverWorked' : 'worked');
    }
    const starts = failurePolicy.cooldownsAfter(error, streaks, cooldownsOf(call));
    return { outcome: failurePolicy.classify(error), code, starts };
  }

  /**
   * No caller waits for the value; the result is evidence, and a failure an event of its attempt. Where another
   * process was refused already, its cooldown is the result.
   */
  private async probeCredential({ call, attempt }: WorkingCall): Promise<void> {
    try {
      await this.runGuarded({ ...call, priority: 'refresh', allowance: undefined }, attempt, true);
    } catch (error) {
      const reason = error instanceof RefusedCallError ? (error.by?.reason ?? '') : '';
      const refusal = new LoadError(reason, 'refused in another process');
      if (!this.options.failurePolicy.concernsCredential(refusal)) return;
      const { starts } = this.resultOf(call, refusal, true);
      const ofCredential = starts.find(({ name }) => scopeOf(name) === 'credential');
      if (ofCredential) await this.cooldowns.start(ofCredential);
    }
  }

  private bulkheadOf(operation: string): Bulkhead {
    const present = this.bulkheads.get(operation);
    if (present) return present;
    const { name: source, events, clock, random } = this.options;
    const onRefuse = (): void => events.emit({ name: 'overloaded', source, operation });
    const bulkhead = new Bulkhead({ maxWaiting: MAX_WAITING, clock, random, onRefuse });
    this.bulkheads.set(operation, bulkhead);
    return bulkhead;
  }

  private report({ name, cooldown, isActive, message = '' }: CooldownChange): void {
    const { name: source, events } = this.options;
    const { reason, untilMs } = cooldown;
    const of = subjectOf(name);
    const change = { source, reason, message };
    if (isBreaker(name)) {
      events.emit({ name: 'breaker', operation: of ?? '', isOpen: isActive, ...change });
      return;
    }
    const details = { scope: scopeOf(name), untilMs, ...(of ? { of } : {}), ...change };
    events.emit({ name: isActive ? 'paused' : 'resumed', ...details });
  }
}
