import type { ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { describe, expect, it } from '@jest/globals';
import { BearerGuard } from './bearer.guard.js';
import { InsufficientScopeError } from './errors/insufficient-scope.error.js';
import { UnauthenticatedError } from './errors/unauthenticated.error.js';
import type { Principal } from './principal.js';
import { AUTH } from './testing/auth-options.fixture.js';
import { VerificationQueue } from './tokens/verification-queue.js';
import type { VerifiedTokens } from './tokens/verified-tokens.js';

function guardKnowing(known?: Principal): BearerGuard {
  const cache: Pick<VerifiedTokens, 'find'> = { find: () => known };
  return new BearerGuard(AUTH, new Reflector(), cache as VerifiedTokens, new VerificationQueue());
}

/** The context of a request to a handler that is not public. */
function requestWith(authorization: string | undefined) {
  const request: { headers: object; user?: Principal } = { headers: { authorization } };
  const context = {
    getHandler: () => () => undefined,
    getClass: () => Object,
    switchToHttp: () => ({ getRequest: () => request }),
  } as unknown as ExecutionContext;
  return { request, context };
}

describe('BearerGuard', () => {
  it('admits the user of a known token without waiting', () => {
    const user = { subject: 'watch-1', hasScope: true, isProbe: false };
    const { request, context } = requestWith('Bearer a.b.c');

    expect(guardKnowing(user).canActivate(context)).toBe(true);
    expect(request.user).toBe(user);
  });

  it('rejects the user of a known token without the scope', () => {
    const user = { subject: 'watch-1', hasScope: false, isProbe: false };

    expect(() => guardKnowing(user).canActivate(requestWith('Bearer a.b.c').context)).toThrow(
      InsufficientScopeError,
    );
  });

  it.each([
    ['no header', undefined, UnauthenticatedError.noToken],
    [
      'two tokens',
      'Bearer a.b.c, Bearer a.b.c',
      UnauthenticatedError.invalidToken('no-single-token'),
    ],
    ['a word', 'Bearer word', UnauthenticatedError.invalidToken('form')],
    [
      'an unsigned token',
      'Bearer eyJhbGciOiJub25lIn0.e30.c2ln',
      UnauthenticatedError.invalidToken('algorithm'),
    ],
  ])('rejects %s without waiting', (_name, authorization, error) => {
    expect(() => guardKnowing().canActivate(requestWith(authorization).context)).toThrow(error);
  });
});

describe('UnauthenticatedError', () => {
  it('is one object per fault, so that a flood of bad tokens captures no stacks', () => {
    expect(UnauthenticatedError.invalidToken('expired')).toBe(
      UnauthenticatedError.invalidToken('expired'),
    );
  });

  it('has a challenge without an error code only when there is no token', () => {
    expect(UnauthenticatedError.noToken.challenge).toBe('Bearer');
    expect(UnauthenticatedError.invalidToken('expired').challenge).toBe(
      'Bearer error="invalid_token"',
    );
  });
});
