import { createHmac } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { RateLimiterRedis, RateLimiterRes, type RateLimiterAbstract } from 'rate-limiter-flexible';
import { LuaScript } from '@app/redis/lua-script.js';
import type { RedisConnection } from '@app/redis/redis-connection.js';
import { isCount } from '@app/redis/reply-values.js';
import { UnexpectedReplyError } from '@app/redis/unexpected-reply.error.js';
import { COUNT } from './count-script.js';
import { MemoryLimiter } from './memory-limiter.js';
import { missPolicy, policiesOf, rateLimit } from './quota-policy.js';
import { RATE_LIMIT_OPTIONS, type RateLimitOptions } from './rate-limit.options.js';
import { TooManyRequestsError } from './too-many-requests.error.js';

/**
 * Questions that wait for a call to a source, and questions whose answer is renewed behind the copy that was
 * served. Each has its own limit.
 */
export type Counted = 'misses' | 'refreshes';

/**
 * Limits the questions of a user that cause calls to a source, in an hour from the first one. Counted over
 * all processes in Redis; while Redis is down, each process counts for itself.
 */
@Injectable()
export class MissLimit {
  private readonly policy;
  private readonly policyField: string;
  private readonly limiters: Readonly<Record<Counted, RateLimiterAbstract>>;

  constructor(@Inject(RATE_LIMIT_OPTIONS) private readonly options: RateLimitOptions) {
    const { missesPerHour, refreshesPerHour, redis } = options;
    this.policy = missPolicy(missesPerHour);
    this.policyField = policiesOf(options);
    const { windowSeconds } = this.policy;
    this.limiters = {
      misses: limiterOf(missesPerHour, windowSeconds, redis),
      refreshes: limiterOf(refreshesPerHour, windowSeconds, redis),
    };
  }

  /**
   * Charges a user for one question, before its first call is made. A refused charge does not count.
   * @throws TooManyRequestsError when the user has none left
   */
  async charge(subject: string, counted: Counted): Promise<void> {
    try {
      await this.limiters[counted].consume(this.keyOf(subject, counted));
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      throw this.tooMany(Math.max(1, Math.ceil(refusal.msBeforeNext / 1_000)));
    }
  }

  /** Returns the charge of a question for which no call was made. */
  async refund(subject: string, counted: Counted): Promise<void> {
    await this.limiters[counted].reward(this.keyOf(subject, counted));
  }

  /** A keyed digest: the subject can name a person, and could be guessed from a plain one. */
  private keyOf(subject: string, counted: Counted): string {
    const { digestKey, keyPrefix } = this.options;
    const digest = createHmac('sha256', digestKey).update(subject).digest('base64url');
    return `${keyPrefix}{${counted}:${digest.slice(0, 22)}}`;
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
  const here = new MemoryLimiter(limits);
  if (!redis) return here;
  return new RateLimiterRedis({
    ...limits,
    storeClient: clientOver(redis, 1_000 * duration),
    useRedisPackage: true,
    customIncrTtlLuaScript: COUNT,
    insuranceLimiter: here,
  });
}

/**
 * The part of a client that the limiter uses. The connection times out after 50 ms and detects outages.
 * @throws RedisDownError, after which the limiter counts in memory
 */
function clientOver(redis: RedisConnection, windowMs: number) {
  const script = new LuaScript(COUNT);
  return {
    eval: async (_text: string, call: { keys: string[]; arguments: string[] }) => {
      const reply = await redis.evaluate(script, call.keys, call.arguments);
      const [count, leftMs] = Array.isArray(reply) ? (reply as unknown[]) : [];
      if (!isCount(count) || !isCount(leftMs, windowMs)) throw new UnexpectedReplyError();
      return reply;
    },
  };
}
