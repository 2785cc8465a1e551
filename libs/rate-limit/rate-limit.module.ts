import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { Clock } from '@app/clock/clock.js';
import { SystemClock } from '@app/clock/system-clock.js';
import { MissLimit } from './miss-limit.js';
import { ConfigurableRateLimitModule } from './rate-limit.options.js';
import { RequestLimitGuard } from './request-limit.guard.js';

/**
 * Limits the requests of a user on every authenticated route, and the cache misses that the application
 * charges. Import it after the module whose guard authenticates: guards run in import order.
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
