import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { Clock } from '@app/clock/clock.js';
import { SystemClock } from '@app/clock/system-clock.js';
import { MissLimit } from './miss-limit.js';
import { ConfigurableRateLimitModule } from './rate-limit.options.js';
import { RequestLimitGuard } from './request-limit.guard.js';

/**
 * Keeps one user from taking what is for all: requests, on every route that knows its user, and
 * misses, where the application charges them. Import it after the module whose guard finds the user:
 * guards run in the order of imports.
 */
@Module({
  providers: [
    { provide: Clock, useClass: SystemClock },
    MissLimit,
    { provide: APP_GUARD, useClass: RequestLimitGuard },
  ],
  exports: [MissLimit],
})
export class RateLimitModule extends ConfigurableRateLimitModule {}
