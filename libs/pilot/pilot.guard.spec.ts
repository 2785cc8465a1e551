import type { ExecutionContext } from '@nestjs/common';
import { expect, it } from '@jest/globals';
import { NotInPilotError } from './not-in-pilot.error.js';
import { PilotGuard } from './pilot.guard.js';

const asking = (user?: { subject: string }): ExecutionContext =>
  ({ switchToHttp: () => ({ getRequest: () => ({ user }) }) }) as ExecutionContext;

it('turns a user away whose turn has not come, and says when to ask again', () => {
  const guard = new PilotGuard({ percent: 0 });

  expect(() => guard.canActivate(asking({ subject: 'anna' }))).toThrow(NotInPilotError);
  expect(new NotInPilotError()).toMatchObject({ code: 'not-in-pilot', retryAfterSeconds: 86_400 });
});

it('lets everybody in at the end', () => {
  expect(new PilotGuard({ percent: 100 }).canActivate(asking({ subject: 'anna' }))).toBe(true);
});

it('does not stand before what is public', () => {
  expect(new PilotGuard({ percent: 0 }).canActivate(asking())).toBe(true);
});
