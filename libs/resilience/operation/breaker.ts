import {
  CircuitState,
  circuitBreaker,
  ConsecutiveBreaker,
  handleWhen,
  isBrokenCircuitError,
  IterableBackoff,
  type CircuitBreakerPolicy,
} from 'cockatiel';
import type { Clock } from '@app/clock/clock.js';
import type { Outcome } from '../outcome.js';
import type { BreakerState } from '../guard-events.js';
import { RefusedCallError } from '../refused-call.error.js';

const FAILURES_TO_OPEN = 5;
/** How long it stays open before a probe, one length per failed probe; the last one repeats. */
const OPEN_FOR_MS = [2_000, 4_000, 8_000, 16_000, 30_000] as const;
const MAX_OPEN_MS = 30_000;
const PROBE_TIME_MS = 1_000;

const STATES: Readonly<Record<CircuitState, BreakerState>> = {
  [CircuitState.Closed]: 'closed',
  [CircuitState.Open]: 'open',
  [CircuitState.Isolated]: 'open',
  [CircuitState.HalfOpen]: 'half-open',
};

/** Stops calls to a source that fails, and lets one call at a time probe whether it works again. */
export class Breaker {
  private readonly policy: CircuitBreakerPolicy;
  private openings = 0;
  private probeAtMs = 0;
  /** A call is being admitted as the probe. */
  private probing = false;

  constructor(
    private readonly classify: (error: unknown) => Outcome,
    private readonly clock: Clock,
    onChange: (state: BreakerState, cause?: unknown) => void,
  ) {
    // A probe whose outcome is unknown must not close the breaker.
    const counts = (error: unknown): boolean =>
      classify(error) === 'failure' || this.state === 'half-open';
    this.policy = circuitBreaker(handleWhen(counts), {
      breaker: new ConsecutiveBreaker(FAILURES_TO_OPEN),
      halfOpenAfter: new IterableBackoff([...OPEN_FOR_MS]),
    });
    this.policy.onBreak((reason) => {
      this.probeAtMs = clock.nowMs() + (OPEN_FOR_MS[this.openings] ?? MAX_OPEN_MS);
      this.openings += 1;
      onChange('open', 'error' in reason ? reason.error : undefined);
    });
    this.policy.onHalfOpen(() => onChange('half-open'));
    this.policy.onReset(() => {
      this.openings = 0;
      onChange('closed');
    });
  }

  get state(): BreakerState {
    return STATES[this.policy.state];
  }

  /** @throws RefusedCallError 'breaker-open' while the breaker is open or a probe is running */
  throwIfRefused(): void {
    if (this.state === 'closed') return;
    if (this.probing || this.state === 'half-open') throw open(PROBE_TIME_MS);
    const leftMs = this.probeAtMs - this.clock.nowMs();
    if (leftMs > 0) throw open(leftMs);
  }

  /**
   * Runs the work as the probe of a breaker that is not closed.
   * @param admit runs before the work; if it throws, the next call may be the probe
   * @throws RefusedCallError, or whatever `admit` or the work throws
   */
  async probe<T>(admit: () => Promise<void>, work: () => Promise<T>): Promise<T> {
    this.throwIfRefused();
    this.probing = true;
    try {
      await admit();
    } finally {
      this.probing = false;
    }
    return this.run(work);
  }

  /** @throws RefusedCallError, or whatever the work throws */
  async run<T>(work: () => Promise<T>): Promise<T> {
    this.throwIfRefused();
    const settled = await this.policy
      .execute(() => this.attempt(work))
      .catch((error: unknown) => {
        throw isBrokenCircuitError(error) ? open(PROBE_TIME_MS) : error;
      });
    if ('error' in settled) throw settled.error;
    return settled.value;
  }

  /** An error that shows a working source counts as a success. */
  private async attempt<T>(work: () => Promise<T>): Promise<{ value: T } | { error: unknown }> {
    try {
      return { value: await work() };
    } catch (error) {
      if (this.classify(error) === 'success') return { error };
      throw error;
    }
  }
}

function open(retryAfterMs: number): RefusedCallError {
  return new RefusedCallError(
    'breaker-open',
    'the source failed several times in a row',
    retryAfterMs,
  );
}
