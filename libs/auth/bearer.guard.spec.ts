import { Reflector } from '@nestjs/core';
import { describe, expect, it } from '@jest/globals';
import { BearerGuard } from './bearer.guard.js';
import { IdentityUnavailableError } from './errors/identity-unavailable.error.js';
import { UnauthenticatedError } from './errors/unauthenticated.error.js';
import type { VerifiedTokens } from './tokens/verified-tokens.js';

const emptyCache: Pick<VerifiedTokens, 'find'> = { find: () => undefined };
const guard = new BearerGuard(
  { issuer: 'https://issuer.test', audience: 'api', scope: 'read', clockToleranceSeconds: 30 },
  new Reflector(),
  emptyCache as VerifiedTokens,
);

function refusal(error: unknown, reason?: unknown): unknown {
  try {
    return guard.handleRequest(error, false, reason);
  } catch (thrown) {
    return thrown;
  }
}

describe('the detail of a rejected token', () => {
  it.each([
    ['jwt expired', 'The token has expired.'],
    ['jwt not active', 'The token is not valid yet.'],
    ['jwt audience invalid. expected: api', 'The token is for another audience.'],
    ['jwt issuer invalid. expected: https://issuer.test', 'The token is from another issuer.'],
    ['The token has no "sub".', 'The token has no "sub".'],
  ])('for %j is %j', (message, detail) => {
    expect(refusal(undefined, new Error(message))).toMatchObject({
      message: detail,
      challenge: 'Bearer error="invalid_token"',
    });
  });

  it.each([new TypeError("Cannot read 'secret'"), 'text', null, undefined, { message: 'secret' }])(
    'for an unexpected %p reveals nothing',
    (reason) => {
      const thrown = refusal(undefined, reason);

      expect(thrown).toBeInstanceOf(UnauthenticatedError);
      expect(thrown).toMatchObject({ message: 'The token does not verify.' });
    },
  );

  it.each([
    ['signature', 'The signature of the token does not verify.'],
    ['no-audience', 'The token has no "aud".'],
  ] as const)('that we found ourselves (%s) is %j', (fault, detail) => {
    const own = UnauthenticatedError.invalidToken(fault);

    expect(refusal(undefined, own)).toBe(own);
    expect(own.message).toBe(detail);
  });

  it('keeps the original error as its cause', () => {
    const reason = new Error('jwt malformed');

    expect(refusal(undefined, reason)).toMatchObject({ cause: reason });
  });

  it('is identity-unavailable when no key was ever loaded', () => {
    const unavailable = new IdentityUnavailableError();

    expect(refusal(undefined, unavailable)).toBe(unavailable);
  });
});

describe('BearerGuard', () => {
  it('accepts the user of a verified token', () => {
    const user = { subject: 'watch-1', scopes: new Set<string>() };

    expect(guard.handleRequest(null, user, undefined)).toBe(user);
  });

  it('rejects a user that comes with an error', () => {
    expect(() => guard.handleRequest(new Error('no'), { subject: 'x' }, undefined)).toThrow(
      UnauthenticatedError,
    );
  });
});
