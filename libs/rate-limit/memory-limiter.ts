import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/** A limiter in memory that does not count what it refuses. */
export class MemoryLimiter extends RateLimiterMemory {
  override async consume(
    ...[key, ...rest]: Parameters<RateLimiterMemory['consume']>
  ): Promise<RateLimiterRes> {
    try {
      return await super.consume(key, ...rest);
    } catch (refusal) {
      if (refusal instanceof RateLimiterRes) await this.reward(key);
      throw refusal;
    }
  }
}
