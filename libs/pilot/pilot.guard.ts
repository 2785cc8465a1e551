import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { Principal } from '@app/auth/principal.js';
import { NotInPilotError } from './not-in-pilot.error.js';
import { PilotEvents } from './pilot-events.js';
import { PILOT_OPTIONS, type PilotOptions } from './pilot.options.js';
import { isInPilot } from './pilot.js';

/** Admits the users of the pilot group. Runs after the bearer guard; public routes have no user and are open. */
@Injectable()
export class PilotGuard implements CanActivate {
  constructor(
    @Inject(PILOT_OPTIONS) private readonly options: PilotOptions,
    private readonly events: PilotEvents,
  ) {}

  canActivate(context: ExecutionContext): boolean {
    const { user } = context.switchToHttp().getRequest<{ user?: Principal }>();
    if (!user) return true;
    const isIn = isInPilot(user.subject, this.options.percent);
    this.events.emit({ decision: isIn ? 'let-in' : 'turned-away', user });
    if (!isIn) throw new NotInPilotError();
    return true;
  }
}
