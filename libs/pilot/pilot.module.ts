import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { ConfigurablePilotModule } from './pilot.options.js';
import { PilotEvents } from './pilot-events.js';
import { PilotGuard } from './pilot.guard.js';

/** Opens every route that needs a token to a growing share of users. Import it after the AuthModule. */
@Module({
  providers: [PilotEvents, { provide: APP_GUARD, useClass: PilotGuard }],
  exports: [PilotEvents],
})
export class PilotModule extends ConfigurablePilotModule {}
