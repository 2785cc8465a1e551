import type { ExecutionContext } from '@nestjs/common';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { FakeClock } from '@app/clock/testing/fake-clock.js';
import { RequestLimitGuard } from './request-limit.guard.js';
import { TooManyRequestsError } from './too-many-requests.error.js';

const POLICIES = '"requests";q=3;w=60, "misses";q=1;w=3600';

let clock: FakeClock;
let guard: RequestLimitGuard;

beforeEach(() => {
  clock = new FakeClock();
  const others = {
    refreshesPerHour: 120,
    digestKey: 'secret',
    missesPerHour: 1,
    redis: undefined,
    keyPrefix: '',
  };
  guard = new RequestLimitGuard({ requestsPerMinute: 3, ...others }, clock);
});

/** The limit's header fields of an admitted request. */
function ask(subject: string | undefined): Record<string, string> {
  const sent: Record<string, string> = {};
  const user = subject === undefined ? undefined : { subject, scopes: new Set<string>() };
  const http = {
    getRequest: () => ({ user }),
    getResponse: () => ({ headers: (fields: object) => Object.assign(sent, fields) }),
  };
  const context = { switchToHttp: () => http } as unknown as ExecutionContext;
  expect(guard.canActivate(context)).toBe(true);
  return sent;
}

function refusalOf(subject: string): unknown {
  try {
    ask(subject);
    return undefined;
  } catch (error) {
    return error;
  }
}

function exhaust(subject: string): void {
  for (let asked = 0; asked < 3; asked += 1) ask(subject);
}

describe('a user within the limit', () => {
  it('gets both policies, the remaining requests and their reset with each response', () => {
    expect(ask('ann')).toEqual({ 'ratelimit-policy': POLICIES, ratelimit: '"requests";r=2;t=60' });
    clock.advance(29_001);
    expect(ask('ann')).toMatchObject({ ratelimit: '"requests";r=1;t=31' });
    clock.advance(30_998);

    expect(ask('ann')).toMatchObject({ ratelimit: '"requests";r=0;t=1' });
  });
});

describe('a user over the limit', () => {
  beforeEach(() => exhaust('ann'));

  it('is rejected with the time to wait', () => {
    clock.advance(29_001);
    const refusal = refusalOf('ann');

    expect(refusal).toBeInstanceOf(TooManyRequestsError);
    expect(refusal).toMatchObject({
      code: 'too-many-requests',
      retryAfterSeconds: 31,
      rateLimit: { policy: POLICIES, limit: '"requests";r=0;t=31' },
    });
  });

  it('is accepted again after that time, whatever they sent meanwhile', () => {
    for (let knocked = 0; knocked < 10; knocked += 1) expect(refusalOf('ann')).toBeDefined();
    clock.advance(60_000);

    expect(ask('ann')).toMatchObject({ ratelimit: '"requests";r=2;t=60' });
  });

  it('does not affect other users', () => {
    expect(ask('bob')).toMatchObject({ ratelimit: '"requests";r=2;t=60' });
  });
});

it('RequestLimitGuard does not limit requests without a user', () => {
  for (let asked = 0; asked < 10; asked += 1) expect(ask(undefined)).toEqual({});
});
