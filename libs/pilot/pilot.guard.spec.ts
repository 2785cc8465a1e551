import type { ExecutionContext } from '@nestjs/common';
import { beforeEach, expect, it } from '@jest/globals';
import { NotInPilotError } from './not-in-pilot.error.js';
import { PilotEvents, type PilotEvent } from './pilot-events.js';
import { PilotGuard } from './pilot.guard.js';

let reported: PilotEvent['decision'][];

beforeEach(() => {
  reported = [];
});

function guardOf(percent: number): PilotGuard {
  const events = new PilotEvents();
  events.on(({ decision }) => reported.push(decision));
  return new PilotGuard({ percent }, events);
}

const asking = (user?: { subject: string }): ExecutionContext =>
  ({ switchToHttp: () => ({ getRequest: () => ({ user }) }) }) as ExecutionContext;

it('PilotGuard rejects a user who is not in the pilot group yet', () => {
  const guard = guardOf(0);

  expect(() => guard.canActivate(asking({ subject: 'anna' }))).toThrow(NotInPilotError);
  expect(new NotInPilotError()).toMatchObject({ code: 'not-in-pilot', retryAfterSeconds: 86_400 });
});

it('PilotGuard admits all users at 100 %', () => {
  expect(guardOf(100).canActivate(asking({ subject: 'anna' }))).toBe(true);
});

it('PilotGuard admits requests to public routes', () => {
  expect(guardOf(0).canActivate(asking())).toBe(true);
});

it('PilotGuard emits its decisions about authenticated users', () => {
  guardOf(100).canActivate(asking({ subject: 'anna' }));
  guardOf(100).canActivate(asking());
  expect(() => guardOf(0).canActivate(asking({ subject: 'anna' }))).toThrow(NotInPilotError);

  expect(reported).toEqual(['let-in', 'turned-away']);
});
