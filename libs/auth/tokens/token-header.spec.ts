import { describe, expect, it } from '@jest/globals';
import { readTokenHeader } from './token-header.js';

const tokenWith = (header: unknown): string =>
  `${Buffer.from(JSON.stringify(header)).toString('base64url')}.e30.c2ln`;

describe('readTokenHeader', () => {
  it.each(['RS256', 'PS256', 'ES256'])('accepts alg %s', (alg) => {
    expect(readTokenHeader(tokenWith({ alg, kid: 'a' }))).toEqual({ alg, kid: 'a' });
  });

  it('accepts a token without a kid', () => {
    expect(readTokenHeader(tokenWith({ alg: 'RS256' }))).toEqual({ alg: 'RS256', kid: undefined });
  });

  it.each([undefined, ''])('reads a kid of %j as absent', (kid) => {
    expect(readTokenHeader(tokenWith({ alg: 'RS256', kid })).kid).toBeUndefined();
  });

  it('ignores keys in the header', () => {
    const header = {
      alg: 'RS256',
      kid: 'a',
      jwk: { kty: 'RSA' },
      jku: 'https://evil.test',
      x5c: [],
    };

    expect(readTokenHeader(tokenWith(header))).toEqual({ alg: 'RS256', kid: 'a' });
  });

  it.each([
    'none',
    'None',
    'nOnE',
    '',
    'HS256',
    'RS512',
    'rs256',
    'EdDSA',
    undefined,
    null,
    256,
    ['RS256'],
    { toString: 'RS256' },
  ])('rejects alg %j', (alg) => {
    expect(() => readTokenHeader(tokenWith({ alg, kid: 'a' }))).toThrow(
      'The token must be signed with RS256, PS256, ES256.',
    );
  });

  it.each([[['exp']], [[]], [null]])('rejects critical extensions: %j', (crit) => {
    expect(() => readTokenHeader(tokenWith({ alg: 'RS256', crit }))).toThrow('critical extensions');
  });

  it.each([undefined, 'JWT', 'jwt', 'at+jwt', 'application/at+jwt'])('accepts typ %j', (typ) => {
    expect(readTokenHeader(tokenWith({ alg: 'RS256', typ })).alg).toBe('RS256');
  });

  it.each(['logout+jwt', 'secevent+jwt', 'dpop+jwt', 'id_token+jwt', '', 'at+jwt ', null, ['JWT']])(
    'rejects typ %j',
    (typ) => {
      expect(() => readTokenHeader(tokenWith({ alg: 'RS256', typ }))).toThrow('another type');
    },
  );

  it('rejects a payload that is not encoded', () => {
    expect(() => readTokenHeader(tokenWith({ alg: 'RS256', b64: false }))).toThrow('"b64"');
  });

  it.each([
    ['c2ln', true],
    ['c2lnAA', true],
    ['c2lnAB', false],
    ['c2lnAAA', true],
    ['c2lnAAB', false],
    ['c2lnA', false],
  ])('reads the signature %s as canonical base64url: %s', (signature, canonical) => {
    const read = (): unknown =>
      readTokenHeader(tokenWith({ alg: 'RS256' }).replace('c2ln', signature));
    if (canonical) expect(read).not.toThrow();
    else expect(read).toThrow('The token is not a JWT.');
  });

  it.each([1, null, ['a'], {}, true])('rejects kid %j', (kid) => {
    expect(() => readTokenHeader(tokenWith({ alg: 'RS256', kid }))).toThrow('usable "kid"');
  });

  it.each([
    ['nothing', ''],
    ['one word', 'x'],
    ['a token without a signature', tokenWith({ alg: 'RS256' }).replace(/[^.]*$/, '')],
    ['a token of four parts', `${tokenWith({ alg: 'RS256' })}.c2ln`],
    ['a token in standard base64', `${tokenWith({ alg: 'RS256' })}+/==`],
    ['an empty header', '.e30.c2ln'],
    ['a header that is not base64url', '***.e30.c2ln'],
    ['a header that is not valid JSON', 'e30x.e30.c2ln'],
    ['a header that is null', tokenWith(null)],
    ['a header that is text', tokenWith('RS256')],
    ['a header that is a number', tokenWith(1)],
  ])('rejects %s as not a JWT', (_name, token) => {
    expect(() => readTokenHeader(token)).toThrow('The token is not a JWT.');
  });
});
