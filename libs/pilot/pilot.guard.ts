import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { Principal } from '@app/auth/principal.js';
import { NotInPilotError } from './not-in-pilot.error.js';
import { PILOT_OPTIONS, type PilotOptions } from './pilot.options.js';
import { isInPilot } from './pilot.js';

/** Lets the pilot's users in. Runs after the bearer guard; public routes have no user and are open. */
@Injectable()
export class PilotGuard implements CanActivate {
  constructor(@Inject(PILOT_OPTIONS) private readonly options: PilotOptions) {}

  canActivate(context: ExecutionContext): boolean {
    const { user } = context.switchToHttp().getRequest<{ user?: Principal }>();
    if (user && !isInPilot(user.subject, this.options.percent)) throw new NotInPilotError();
    return true;
  }
}
