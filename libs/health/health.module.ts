import { Module } from '@nestjs/common';
import { TerminusModule } from '@nestjs/terminus';
import { Drain } from './drain.js';
import { HealthController } from './health.controller.js';
import { ConfigurableHealthModule } from './health.options.js';

/** Liveness and readiness probes, and the drain that makes a process unready before it stops. */
@Module({
  imports: [TerminusModule.forRoot({ logger: false })],
  controllers: [HealthController],
  providers: [Drain],
  exports: [Drain],
})
export class HealthModule extends ConfigurableHealthModule {}
