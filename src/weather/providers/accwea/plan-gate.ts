import type { Clock } from '@app/clock/clock.js';
import { ProviderError } from '../provider.error.js';

/** Plans get upgraded, and a provider that refuses may be in trouble, which says nothing of the plan. */
const CLOSED_FOR_MS = 15 * 60_000;

/** Spares the calls for a dataset that the plan does not include: one in a quarter of an hour looks. */
export class PlanGate {
  private lastRefusal: unknown;
  private closedUntilMs = 0;

  constructor(private readonly clock: Clock) {}

  /**
   * @param ask must fail with a ProviderError `forbidden` where the plan ends
   * @throws the last such error while the gate is closed, and whatever else `ask` throws
   */
  async run<T>(ask: () => Promise<T>): Promise<T> {
    const nowMs = this.clock.nowMs();
    if (nowMs < this.closedUntilMs) throw this.lastRefusal;
    // One looks; those who come meanwhile are told what was told before.
    if (this.lastRefusal) this.closedUntilMs = nowMs + CLOSED_FOR_MS;
    try {
      const answer = await ask();
      this.lastRefusal = undefined;
      this.closedUntilMs = 0;
      return answer;
    } catch (error) {
      const isForbidden = error instanceof ProviderError && error.fault === 'forbidden';
      if (isForbidden) this.lastRefusal = error;
      this.closedUntilMs = isForbidden ? this.clock.nowMs() + CLOSED_FOR_MS : 0;
      throw error;
    }
  }
}
