import type { Clock } from '@app/clock/clock.js';
import { ProviderError } from '../provider.error.js';

/** Short enough to notice an upgraded plan, or the end of a provider incident that looks like a limit. */
const CLOSED_FOR_MS = 15 * 60_000;

/** Avoids calls for a dataset that the plan excludes: after a refusal, one trial call per 15 minutes. */
export class PlanGate {
  private lastRefusal: unknown;
  private closedUntilMs = 0;

  constructor(private readonly clock: Clock) {}

  /**
   * @param request must fail with a ProviderError `forbidden` when the plan excludes the dataset
   * @throws the last such error while the gate is closed, and any other error of `request`
   */
  async run<T>(request: () => Promise<T>): Promise<T> {
    const nowMs = this.clock.nowMs();
    if (nowMs < this.closedUntilMs) throw this.lastRefusal;
    // This call is the trial; concurrent calls get the last refusal.
    if (this.lastRefusal) this.closedUntilMs = nowMs + CLOSED_FOR_MS;
    try {
      const answer = await request();
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
