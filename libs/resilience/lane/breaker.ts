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
import type { Finding } from '../finding.js';
import type { BreakerState } from '../guard-events.js';
import { RefusedCallError } from '../refused-call.error.js';

const FAILURES_TO_OPEN = 5;
/** How long it stays open before a probe; the last one is kept. */
const OPEN_FOR_MS = [2_000, 4_000, 8_000, 16_000, 30_000] as const;
const LONGEST_OPEN_MS = 30_000;
const PROBE_TAKES_MS = 1_000;

const STATES: Readonly<Record<CircuitState, BreakerState>> = {
  [CircuitState.Closed]: 'closed',
  [CircuitState.Open]: 'open',
  [CircuitState.Isolated]: 'open',
  [CircuitState.HalfOpen]: 'half-open',
};

/** Stops asking a source that fails, and lets one call at a time find out whether it is well again. */
export class Breaker {
  private readonly policy: CircuitBreakerPolicy;
  private openings = 0;
  private probeAtMs = 0;
  /** Somebody is about to be the probe. */
  private probing = false;

  constructor(
    private readonly told: (error: unknown) => Finding,
    private readonly clock: Clock,
    onChange: (state: BreakerState, cause?: unknown) => void,
  ) {
    // A probe that has found out nothing does not close the breaker.
    const counts = (error: unknown): boolean =>
      told(error) === 'failing' || this.state === 'half-open';
    this.policy = circuitBreaker(handleWhen(counts), {
      breaker: new ConsecutiveBreaker(FAILURES_TO_OPEN),
      halfOpenAfter: new IterableBackoff([...OPEN_FOR_MS]),
    });
    this.policy.onBreak((reason) => {
      this.probeAtMs = clock.nowMs() + (OPEN_FOR_MS[this.openings] ?? LONGEST_OPEN_MS);
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

  /** @throws RefusedCallError 'breaker-open' while the source is not to be asked, or is being probed */
  refuse(): void {
    if (this.state === 'closed') return;
    if (this.probing || this.state === 'half-open') throw open(PROBE_TAKES_MS);
    const leftMs = this.probeAtMs - this.clock.nowMs();
    if (leftMs > 0) throw open(leftMs);
  }

  /**
   * Asks the source, as the probe if it is not known to be well.
   * @param admit asked before a probe: who is not let through leaves the probe to the next
   * @throws RefusedCallError, or whatever `admit` or the work throws
   */
  async probe<T>(admit: () => Promise<void>, work: () => Promise<T>): Promise<T> {
    this.refuse();
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
    this.refuse();
    const settled = await this.policy
      .execute(() => this.attempt(work))
      .catch((error: unknown) => {
        throw isBrokenCircuitError(error) ? open(PROBE_TAKES_MS) : error;
      });
    if ('error' in settled) throw settled.error;
    return settled.value;
  }

  /** A refusal by a source that is well counts as a success. */
  private async attempt<T>(work: () => Promise<T>): Promise<{ value: T } | { error: unknown }> {
    try {
      return { value: await work() };
    } catch (error) {
      if (this.told(error) === 'well') return { error };
      throw error;
    }
  }
}

function open(retryAfterMs: number): RefusedCallError {
  return new RefusedCallError('breaker-open', 'it failed several times in a row', retryAfterMs);
}
