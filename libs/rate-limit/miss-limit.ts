import { hash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import {
  RateLimiterMemory,
  RateLimiterRedis,
  RateLimiterRes,
  type RateLimiterAbstract,
} from 'rate-limiter-flexible';
import { LUA_READ } from '@app/redis/lua-read.js';
import { LuaScript } from '@app/redis/lua-script.js';
import type { RedisConnection } from '@app/redis/redis-connection.js';
import { missPolicy, rateLimit, rateLimitPolicy, requestPolicy } from './quota-policy.js';
import { RATE_LIMIT_OPTIONS, type RateLimitOptions } from './rate-limit.options.js';
import { TooManyRequestsError } from './too-many-requests.error.js';

/**
 * Replaces the library's script: a key that does not hold a count, or that would last longer than the
 * window, starts anew. ARGV: points, window in seconds. Replies {count, ms left}.
 */
const COUNT = `${LUA_READ}
local count = read('GET', KEYS[1])
local left = redis.call('PTTL', KEYS[1])
if count and (#count > 15 or not string.find(count, '^%-?%d+$') or left > 1000 * ARGV[2]) then
  redis.call('DEL', KEYS[1])
end
redis.call('SET', KEYS[1], 0, 'EX', ARGV[2], 'NX')
local consumed = redis.call('INCRBY', KEYS[1], ARGV[1])
left = redis.call('PTTL', KEYS[1])
if left == -1 then
  redis.call('EXPIRE', KEYS[1], ARGV[2])
  left = 1000 * ARGV[2]
end
return {consumed, left}
`;

/**
 * Limits the cache misses that a user causes in an hour from the first one. Counted over all processes
 * in Redis; while Redis is down, each process counts for itself.
 */
@Injectable()
export class MissLimit {
  private readonly policy;
  private readonly policyField: string;
  private readonly limiter: RateLimiterAbstract;

  constructor(@Inject(RATE_LIMIT_OPTIONS) private readonly options: RateLimitOptions) {
    const { requestsPerMinute, missesPerHour, redis } = options;
    this.policy = missPolicy(missesPerHour);
    this.policyField = rateLimitPolicy([requestPolicy(requestsPerMinute), this.policy]);
    this.limiter = limiterOf(missesPerHour, this.policy.windowSeconds, redis);
  }

  /**
   * Charges a user for one miss, before the load.
   * @throws TooManyRequestsError when the user has none left
   */
  async charge(subject: string): Promise<void> {
    try {
      await this.limiter.consume(this.keyOf(subject));
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      throw this.tooMany(Math.max(1, Math.ceil(refusal.msBeforeNext / 1_000)));
    }
  }

  /** Refunds a charge whose load was not made. */
  async refund(subject: string): Promise<void> {
    await this.limiter.reward(this.keyOf(subject));
  }

  /** A digest, because the subject can name a person. */
  private keyOf(subject: string): string {
    return `${this.options.keyPrefix}{misses:${hash('sha256', subject, 'base64url').slice(0, 22)}}`;
  }

  private tooMany(resetSeconds: number): TooManyRequestsError {
    return TooManyRequestsError.ofMisses(resetSeconds, {
      policy: this.policyField,
      limit: rateLimit(this.policy, { remaining: 0, resetSeconds }),
    });
  }
}

function limiterOf(
  points: number,
  duration: number,
  redis: RedisConnection | undefined,
): RateLimiterAbstract {
  const limits = { points, duration, keyPrefix: '' };
  const here = new RateLimiterMemory(limits);
  if (!redis) return here;
  return new RateLimiterRedis({
    ...limits,
    storeClient: clientOver(redis),
    useRedisPackage: true,
    customIncrTtlLuaScript: COUNT,
    insuranceLimiter: here,
  });
}

/** The part of a client that the limiter uses. The connection times out after 50 ms and detects outages. */
function clientOver(redis: RedisConnection) {
  return {
    eval: (script: string, call: { keys: string[]; arguments: string[] }) =>
      redis.evaluate(new LuaScript(script), call.keys, call.arguments),
  };
}
