import {
  absent,
  accepted,
  afterSigning,
  invalid,
  malformedRequest,
  oversize,
  type Credentials,
  type TokenRow,
  type TokenWorld,
} from '../token-row.js';

/** Header lines made of a valid token. */
const lines =
  (make: (token: string) => readonly string[]) =>
  async ({ issuer }: TokenWorld): Promise<Credentials> => ({ lines: make(await issuer.token()) });

const line = (make: (token: string) => string) =>
  lines((token) => [`Authorization: ${make(token)}`]);

const edited =
  (edit: (token: string) => string) =>
  async ({ issuer }: TokenWorld): Promise<string> =>
    edit(await issuer.token());

/** A JWE has five parts (RFC 7516 section 3.1). */
const jwe = (alg: string): string =>
  [JSON.stringify({ alg, enc: 'A256GCM' }), 'key', 'iv', 'text', 'tag']
    .map((part) => Buffer.from(part).toString('base64url'))
    .join('.');

export const FORM_ROWS: readonly TokenRow[] = [
  ...['RSA-OAEP', 'dir', 'ECDH-ES', 'A256KW', 'PBES2-HS256+A128KW'].map((alg) =>
    invalid(`a JWE with ${alg}`, () => jwe(alg)),
  ),
  invalid('a JWE without a key', () => jwe('dir').replace(/\.[^.]+/, '.')),
  ...[
    'x',
    '.',
    '..',
    '...',
    'a.b.c',
    'e30.e30.',
    '.e30.c2ln',
    'e30..c2ln',
    'bnVsbA.bnVsbA.bnVsbA',
  ].map((token) => invalid(`the token ${JSON.stringify(token)}`, () => token)),
  invalid('the token "null"', () => 'null'),
  invalid('the token "undefined"', () => 'undefined'),
  invalid('a UUID', () => '0f3c7b1e-7b0d-4d0f-9a51-2f6f5f0a4f0e'),
  invalid(
    'four parts',
    edited((token) => `${token}.c2ln`),
  ),
  invalid(
    'a point at the end',
    edited((token) => `${token}.`),
  ),
  invalid(
    'a point at the start',
    edited((token) => `.${token}`),
  ),
  invalid(
    'two parts',
    edited((token) => token.slice(0, token.lastIndexOf('.'))),
  ),
  invalid(
    'padding after the token',
    edited((token) => `${token}==`),
  ),
  invalid(
    'a plus sign in the signature',
    edited((token) => `${token.slice(0, -1)}+`),
  ),
  invalid(
    'a slash in the signature',
    edited((token) => `${token.slice(0, -1)}/`),
  ),
  invalid(
    'a tilde in the signature',
    edited((token) => `${token.slice(0, -1)}~`),
  ),
  invalid(
    'percent encoding',
    edited((token) => token.replace('.', '%2E')),
  ),
  invalid(
    'every letter in lower case',
    edited((token) => token.toLowerCase()),
  ),
  invalid(
    'the first half of a token',
    edited((token) => token.slice(0, token.length / 2)),
  ),
  invalid(
    'a token twice',
    edited((token) => token + token),
  ),
  invalid('a token in the JSON serialization', async ({ issuer }) => {
    const [head, payload, signature] = (await issuer.token()).split('.');
    return JSON.stringify({ protected: head, payload, signature });
  }),
  invalid(
    'a header of one base64url character',
    afterSigning(({ body, signature }) => ['e', body, signature]),
  ),
  invalid('10 kB of letters', () => 'a'.repeat(10_000)),
  invalid('10 kB of points', () => '.'.repeat(10_000)),
  invalid(
    '10 kB of brackets as header',
    () => `${Buffer.from('['.repeat(7_000)).toString('base64url')}.e30.c2ln`,
  ),
];

export const REQUEST_ROWS: readonly TokenRow[] = [
  accepted(
    'the scheme "Bearer"',
    line((token) => `Bearer ${token}`),
  ),
  ...['bearer', 'BEARER', 'bEaReR'].map((scheme) =>
    accepted(
      `the scheme "${scheme}" (RFC 9110 section 11.1)`,
      line((token) => `${scheme} ${token}`),
    ),
  ),
  accepted(
    'the header name in lower case',
    lines((token) => [`authorization: Bearer ${token}`]),
  ),
  accepted(
    'several spaces after the scheme',
    line((token) => `Bearer   ${token}`),
  ),
  accepted(
    'spaces around the header value',
    line((token) => `   Bearer ${token}  \t`),
  ),
  absent('no Authorization header', () => ({ lines: [] })),
  absent('an empty Authorization header', () => ({ lines: ['Authorization:'] })),
  absent('Basic credentials', () => ({ lines: ['Authorization: Basic d2F0Y2g6c2VjcmV0'] })),
  absent(
    'a valid token as Basic credentials',
    line((token) => `Basic ${token}`),
  ),
  absent(
    'a valid token without a scheme',
    line((token) => token),
  ),
  absent(
    'a valid token as DPoP credentials',
    line((token) => `DPoP ${token}`),
  ),
  absent(
    'a valid token as Digest credentials',
    line((token) => `Digest ${token}`),
  ),
  absent(
    'a valid token after "BearerX"',
    line((token) => `BearerX ${token}`),
  ),
  absent(
    'a valid token after "Token"',
    line((token) => `Token ${token}`),
  ),
  absent(
    'a valid token after "JWT"',
    line((token) => `JWT ${token}`),
  ),
  absent(
    'a valid token in X-Authorization',
    lines((t) => [`X-Authorization: Bearer ${t}`]),
  ),
  absent(
    'a valid token in Proxy-Authorization',
    lines((t) => [`Proxy-Authorization: Bearer ${t}`]),
  ),
  absent(
    'a valid token in a cookie',
    lines((token) => [`Cookie: access_token=${token}`]),
  ),
  invalid('a scheme without a token', () => ({ lines: ['Authorization: Bearer'] })),
  invalid('a scheme and spaces', () => ({ lines: ['Authorization: Bearer    '] })),
  invalid(
    'the scheme twice',
    line((token) => `Bearer Bearer ${token}`),
  ),
  invalid(
    'no space after the scheme and a colon',
    line((token) => `Bearer: ${token}`),
  ),
  invalid(
    'a tab after the scheme',
    line((token) => `Bearer\t${token}`),
  ),
  invalid(
    'a quoted token',
    line((token) => `Bearer "${token}"`),
  ),
  invalid(
    'a token parameter',
    line((token) => `Bearer token=${token}`),
  ),
  invalid(
    'a space inside the token',
    line((token) => `Bearer ${token.replace('.', '. ')}`),
  ),
  invalid(
    'text after the token',
    line((token) => `Bearer ${token} x`),
  ),
  invalid(
    'a comma after the token',
    line((token) => `Bearer ${token},`),
  ),
  invalid(
    'two tokens in one header',
    line((token) => `Bearer ${token}, Bearer ${token}`),
  ),
  invalid(
    'two equal Authorization headers',
    lines((token) => [`Authorization: Bearer ${token}`, `Authorization: Bearer ${token}`]),
  ),
  invalid(
    'two Authorization headers, the first one valid',
    lines((token) => [`Authorization: Bearer ${token}`, 'Authorization: Bearer x']),
  ),
  invalid(
    'two Authorization headers, the last one valid',
    lines((token) => ['Authorization: Bearer x', `authorization: Bearer ${token}`]),
  ),
  invalid(
    'a bearer token before Basic credentials',
    lines((token) => [`Authorization: Bearer ${token}`, 'Authorization: Basic d2F0Y2g6c2VjcmV0']),
  ),
  absent(
    'Basic credentials before a bearer token',
    lines((token) => ['Authorization: Basic d2F0Y2g6c2VjcmV0', `Authorization: Bearer ${token}`]),
  ),
  invalid(
    'UTF-8 after the token',
    line((token) => `Bearer ${token}\u00c3\u00a9`),
  ),
  invalid(
    'Latin-1 in the token',
    line((token) => `Bearer ${token.replace('.', '.\u00e9')}`),
  ),
  invalid(
    'a no-break space after the scheme',
    line((token) => `Bearer \u00a0${token}`),
  ),
  malformedRequest(
    'a null byte in the token',
    line((token) => `Bearer ${token}\u0000`),
  ),
  malformedRequest(
    'a bell in the token',
    line((token) => `Bearer ${token}\u0007`),
  ),
  malformedRequest(
    'a folded header line',
    line((token) => `Bearer\r\n ${token}`),
  ),
  malformedRequest(
    'a space before the colon',
    lines((t) => [`Authorization : Bearer ${t}`]),
  ),
  malformedRequest(
    'a carriage return in the token',
    line((token) => `Bearer ${token}\rx`),
  ),
  oversize(
    'a token of 20 kB',
    line((token) => `Bearer ${token}${'a'.repeat(20_000)}`),
  ),
  oversize('a token of 1 MB', () => ({ lines: [`Authorization: Bearer ${'a'.repeat(1e6)}`] })),
  oversize(
    '20 kB in another header',
    lines((token) => [`Authorization: Bearer ${token}`, `X-Padding: ${'a'.repeat(20_000)}`]),
  ),
];
