import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/** A limiter in memory that does not count what it refuses, and returns no more than it counted. */
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

  /** A charge that is returned here may have been counted in Redis. */
  override async reward(
    ...[key, points = 1, ...rest]: Parameters<RateLimiterMemory['reward']>
  ): Promise<RateLimiterRes> {
    const counted = (await this.get(key))?.consumedPoints ?? 0;
    return super.reward(key, Math.min(points, counted), ...rest);
  }
}
