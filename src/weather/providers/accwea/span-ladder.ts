import { Logger } from '@nestjs/common';
import type { Clock } from '@app/clock/clock.js';
import { ProviderError } from '../provider.error.js';

/** Plans get upgraded. */
const HOLDS_FOR_MS = 24 * 3_600_000;
/** A provider that refuses every span may be in trouble, which says nothing about the plan. */
const HOLDS_FOR_IN_DOUBT_MS = 15 * 60_000;

/**
 * Finds the longest span of a forecast that the plan includes: asks for the longest, and for the next
 * shorter one when that is forbidden. What it found holds for this process, and for a day. Questions
 * that come before the first answer each find out for themselves.
 */
export class SpanLadder {
  private readonly logger = new Logger(SpanLadder.name);
  /** Index of the span to begin with. */
  private index = 0;
  private retryAtMs = 0;

  /** @param spans from the longest to the shortest, in units of `unit`, which is for the log */
  constructor(
    private readonly unit: 'hour' | 'day',
    private readonly spans: readonly [number, ...number[]],
    private readonly clock: Clock,
  ) {}

  /**
   * @param ask must fail with a ProviderError `forbidden` where the plan ends
   * @throws ProviderError `forbidden` when even the shortest span is, and whatever else `ask` throws
   */
  async requestLongest<T>(ask: (span: number) => Promise<T>): Promise<T> {
    const first = this.startIndex();
    let refusal: unknown;
    for (const [rung, span] of [...this.spans.entries()].slice(first)) {
      try {
        const answer = await ask(span);
        if (rung > first || rung < this.index) this.use(rung, HOLDS_FOR_MS);
        return answer;
      } catch (error) {
        if (!isForbidden(error)) throw error;
        refusal = error;
      }
    }
    this.use(this.spans.length - 1, HOLDS_FOR_IN_DOUBT_MS);
    throw refusal;
  }

  /** When it is time, one question begins at the top; those that come meanwhile are not held up. */
  private startIndex(): number {
    const nowMs = this.clock.nowMs();
    if (this.index === 0 || nowMs < this.retryAtMs) return this.index;
    this.retryAtMs = nowMs + HOLDS_FOR_MS;
    return 0;
  }

  private use(rung: number, forMs: number): void {
    this.retryAtMs = this.clock.nowMs() + forMs;
    if (rung === this.index) return;
    this.index = rung;
    this.logger.log(`AccuWeather is now asked for ${this.spans[rung]}-${this.unit} forecasts.`);
  }
}

function isForbidden(error: unknown): boolean {
  return error instanceof ProviderError && error.fault === 'forbidden';
}
