import { Logger } from '@nestjs/common';
import type { Clock } from '@app/clock/clock.js';
import { ProviderError } from '../provider.error.js';

/** Short enough to notice an upgraded plan. */
const RETRY_AFTER_MS = 24 * 3_600_000;
/** When every span is forbidden, a provider incident is more likely than a limit of the plan. */
const RETRY_SOON_AFTER_MS = 15 * 60_000;

/**
 * Finds the longest span of a forecast that the plan includes: requests the longest one, and the next
 * shorter one when it is forbidden. The result is valid for a day in this process. Concurrent requests
 * before the first result each search on their own.
 */
export class SpanLadder {
  private readonly logger = new Logger(SpanLadder.name);
  /** Index of the span to request first. */
  private index = 0;
  private retryAtMs = 0;

  /** @param spans from the longest to the shortest, in units of `unit` */
  constructor(
    private readonly unit: 'hour' | 'day',
    private readonly spans: readonly [number, ...number[]],
    private readonly clock: Clock,
  ) {}

  /**
   * @param request must fail with a ProviderError `forbidden` where the plan ends
   * @throws ProviderError `forbidden` when even the shortest span is forbidden, and any other error of
   * `request`
   */
  async requestLongest<T>(request: (span: number) => Promise<T>): Promise<T> {
    const first = this.startIndex();
    let refusal: unknown;
    for (const [index, span] of [...this.spans.entries()].slice(first)) {
      try {
        const answer = await request(span);
        if (index > first || index < this.index) this.use(index, RETRY_AFTER_MS);
        return answer;
      } catch (error) {
        if (!isForbidden(error)) throw error;
        refusal = error;
      }
    }
    this.use(this.spans.length - 1, RETRY_SOON_AFTER_MS);
    throw refusal;
  }

  /** Once a retry is due, one request starts with the longest span; concurrent ones do not wait for it. */
  private startIndex(): number {
    const nowMs = this.clock.nowMs();
    if (this.index === 0 || nowMs < this.retryAtMs) return this.index;
    this.retryAtMs = nowMs + RETRY_AFTER_MS;
    return 0;
  }

  private use(index: number, forMs: number): void {
    this.retryAtMs = this.clock.nowMs() + forMs;
    if (index === this.index) return;
    this.index = index;
    this.logger.log(`AccuWeather: requesting ${this.spans[index]}-${this.unit} forecasts.`);
  }
}

function isForbidden(error: unknown): boolean {
  return error instanceof ProviderError && error.fault === 'forbidden';
}
