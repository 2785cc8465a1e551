import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { jwtVerify, SignJWT } from 'jose';
import { UnauthenticatedError, type TokenFault } from '../errors/unauthenticated.error.js';
import { AUTH } from '../testing/auth-options.fixture.js';
import { readTokenClaims, type AcceptedClaims } from './token-claims.js';

const NOW_SECONDS = 1_790_000_000;
const VALID = { iss: AUTH.issuer, aud: AUTH.audience, sub: 'watch-1', exp: NOW_SECONDS + 3600 };

const tokenOf = (payload: string): string =>
  `e30.${Buffer.from(payload).toString('base64url')}.c2ln`;

function read(claims: object | string, options = AUTH): AcceptedClaims {
  const payload = typeof claims === 'string' ? claims : JSON.stringify(claims);
  return readTokenClaims(tokenOf(payload), options, NOW_SECONDS * 1_000);
}

function faultOf(claims: object | string): unknown {
  try {
    return read(claims);
  } catch (error) {
    return error;
  }
}

describe('the claims of a token', () => {
  it('give its user, and until when it is valid with the clock tolerance', () => {
    expect(read(VALID)).toEqual({
      subject: 'watch-1',
      hasScope: false,
      isProbe: false,
      validUntilMs: (VALID.exp + 30) * 1_000,
    });
  });

  it('say whether the token grants the scope', () => {
    expect(read({ ...VALID, client_id: 'smoke' }).isProbe).toBe(true);
    expect(read({ ...VALID, scope: 'openid read' }).hasScope).toBe(true);
    expect(read({ ...VALID, scope: 'reader' }).hasScope).toBe(false);
  });

  it.each([
    ['its audience is one of several', { aud: ['other', 'api'] }],
    ['it expires in the next millisecond', { exp: NOW_SECONDS - 29.999 }],
    ['it becomes valid at the end of the tolerance', { nbf: NOW_SECONDS + 30 }],
    ['it was issued in the future', { iat: NOW_SECONDS + 3600 }],
  ])('hold when %s', (_name, claims) => {
    expect(read({ ...VALID, ...claims }).subject).toBe('watch-1');
  });

  it.each<[TokenFault, object]>([
    ['expired', { exp: NOW_SECONDS - 30 }],
    ['expired', { exp: 0 }],
    ['expired', { exp: -1 }],
    ['unusable-date', { exp: -1e308 }],
    ['unusable-date', { exp: 1e308 }],
    ['unusable-date', { exp: 253_402_300_800 }],
    ['unusable-date', { nbf: -1e308 }],
    ['unusable-date', { nbf: NOW_SECONDS * 1_000 }],
    ['unusable-date', { iat: 1e308 }],
    ['other', { iat: `${NOW_SECONDS}` }],
    ['other', { iat: null }],
    ['no-expiry', { exp: undefined }],
    ['other', { exp: null }],
    ['other', { exp: `${VALID.exp}` }],
    ['not-active', { nbf: NOW_SECONDS + 30.001 }],
    ['other', { nbf: null }],
    ['other', { nbf: `${NOW_SECONDS}` }],
    ['no-audience', { aud: undefined }],
    ['no-audience', { aud: null }],
    ['no-audience', { aud: '' }],
    ['no-audience', { aud: [] }],
    ['audience', { aud: 'api2' }],
    ['audience', { aud: ['ap', 'i'] }],
    ['audience', { aud: [['api']] }],
    ['audience', { aud: { 0: 'api' } }],
    ['issuer', { iss: `${AUTH.issuer}/` }],
    ['issuer', { iss: [AUTH.issuer] }],
    ['issuer', { iss: undefined }],
    ['no-subject', { sub: undefined }],
    ['no-subject', { sub: '' }],
    ['no-subject', { sub: 42 }],
  ])('have the fault %s with %j', (fault, claims) => {
    expect(faultOf({ ...VALID, ...claims })).toBe(UnauthenticatedError.invalidToken(fault));
  });

  it.each(['exp', 'nbf', 'iat'])('have the fault unusable-date when "%s" is infinite', (name) => {
    const valid = JSON.stringify({ ...VALID, [name]: undefined });
    for (const infinite of ['1e400', '-1e400']) {
      const claims = valid
        .replace('{', `{"exp":${VALID.exp},`)
        .replace(/\}$/, `,"${name}":${infinite}}`);
      expect(faultOf(claims)).toBe(UnauthenticatedError.invalidToken('unusable-date'));
    }
  });

  it.each([
    ['an ID token', 'purpose', { nonce: 'n' }],
    ['an ID token', 'purpose', { at_hash: 'h' }],
    ['an ID token of Keycloak', 'purpose', { typ: 'ID' }],
    ['an ID token of Cognito', 'purpose', { token_use: 'id' }],
    ['a refresh token', 'purpose', { typ: 'Refresh' }],
    ['a security event', 'purpose', { events: {} }],
    ['a token bound to a certificate', 'bound', { cnf: { 'x5t#S256': 'x' } }],
    ['a token with an unknown binding', 'bound', { cnf: null }],
  ] as const)('of %s have the fault %s: %j', (_name, fault, claims) => {
    expect(faultOf({ ...VALID, ...claims })).toBe(UnauthenticatedError.invalidToken(fault));
  });

  it.each([{ typ: 'Bearer', nonce: 'n' }, { token_use: 'access' }, { sid: 's', auth_time: 1 }])(
    'of an access token hold with %j',
    (claims) => {
      expect(read({ ...VALID, ...claims }).subject).toBe('watch-1');
    },
  );

  it.each(['null', '[]', '"text"', '42', '{', '', '{"__proto__":null', `{"a":${'['.repeat(40)}`])(
    'are none in the payload %s',
    (payload) => {
      expect(faultOf(payload)).toBe(UnauthenticatedError.invalidToken('other'));
    },
  );

  it('are not taken from the prototype of the payload', () => {
    expect(faultOf(`{"__proto__":${JSON.stringify(VALID)}}`)).toBe(
      UnauthenticatedError.invalidToken('no-audience'),
    );
  });
});

describe('the verdict on claims', () => {
  const secret = new TextEncoder().encode('a secret of at least thirty-two bytes');
  const seconds = fc.integer({ min: NOW_SECONDS - 35, max: NOW_SECONDS + 35 });
  const arbitrary = fc.record(
    {
      iss: fc.constantFrom(AUTH.issuer, 'https://other.test'),
      aud: fc.constantFrom<string | string[]>('api', ['api', 'x'], 'x', []),
      sub: fc.constant('watch-1'),
      exp: seconds,
      nbf: seconds,
    },
    { requiredKeys: ['sub'] },
  );

  it('is that of jose', async () => {
    await fc.assert(
      fc.asyncProperty(arbitrary, async (claims) => {
        const jwt = await new SignJWT(claims).setProtectedHeader({ alg: 'HS256' }).sign(secret);
        const jose = await jwtVerify(jwt, secret, {
          issuer: AUTH.issuer,
          audience: AUTH.audience,
          requiredClaims: ['exp', 'sub'],
          clockTolerance: AUTH.clockToleranceSeconds,
          currentDate: new Date(NOW_SECONDS * 1_000),
        }).then(
          () => true,
          () => false,
        );
        expect(!(faultOf(claims) instanceof UnauthenticatedError)).toBe(jose);
      }),
    );
  });
});
