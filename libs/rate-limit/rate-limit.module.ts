import { Global, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { MissLimit } from './miss-limit.js';
import { ConfigurableRateLimitModule } from './rate-limit.options.js';
import { RequestLimitGuard } from './request-limit.guard.js';

/**
 * Keeps one user from taking what is for all: requests, on every route that knows its user, and
 * misses, where the application charges them. Import it after the module whose guard finds the user:
 * guards run in the order of imports. Needs the `ClockModule`.
 */
@Global()
@Module({
  providers: [MissLimit, { provide: APP_GUARD, useClass: RequestLimitGuard }],
  exports: [MissLimit],
})
export class RateLimitModule extends ConfigurableRateLimitModule {}
