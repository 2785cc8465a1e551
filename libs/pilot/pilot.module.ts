import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { ConfigurablePilotModule } from './pilot.options.js';
import { PilotGuard } from './pilot.guard.js';

/** Opens every route that needs a token to a growing share of users. Import it after the AuthModule. */
@Module({ providers: [{ provide: APP_GUARD, useClass: PilotGuard }] })
export class PilotModule extends ConfigurablePilotModule {}
