import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Principal } from '@app/auth/principal.js';
import { Clock } from '@app/clock/clock.js';
import { policiesOf, rateLimit, requestPolicy } from './quota-policy.js';
import { RATE_LIMIT_OPTIONS, type RateLimitOptions } from './rate-limit.options.js';
import { RequestCounter } from './request-counter.js';
import { TooManyRequestsError } from './too-many-requests.error.js';

/** Limits the requests of a user per minute, and sends their policies and the remaining quota with each response. */
@Injectable()
export class RequestLimitGuard implements CanActivate {
  private readonly policy;
  private readonly policyField: string;
  private readonly counter: RequestCounter;

  constructor(
    @Inject(RATE_LIMIT_OPTIONS) options: RateLimitOptions,
    private readonly clock: Clock,
  ) {
    this.policy = requestPolicy(options.requestsPerMinute);
    this.policyField = policiesOf(options);
    this.counter = new RequestCounter(this.policy.windowSeconds * 1_000);
  }

  /** @throws TooManyRequestsError */
  canActivate(context: ExecutionContext): boolean {
    const http = context.switchToHttp();
    const { user } = http.getRequest<FastifyRequest & { user?: Principal }>();
    // A public route has no user, and is too cheap to limit.
    if (!user) return true;
    const nowMs = this.clock.nowMs();
    const { used, endsAtMs } = this.counter.count(user.subject, nowMs);
    const resetSeconds = Math.ceil((endsAtMs - nowMs) / 1_000);
    const remaining = Math.max(0, this.policy.quota - used);
    const limit = rateLimit(this.policy, { remaining, resetSeconds });
    if (used > this.policy.quota) {
      throw TooManyRequestsError.ofRequests(resetSeconds, { policy: this.policyField, limit });
    }
    void http
      .getResponse<FastifyReply>()
      .headers({ 'ratelimit-policy': this.policyField, ratelimit: limit });
    return true;
  }
}
