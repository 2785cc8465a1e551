import {
  accepted,
  deep,
  forbidden,
  invalid,
  now,
  withClaims,
  withTexts,
  type TokenRow,
} from '../token-row.js';

/** Valid claims in which a date has the given JSON text. */
const withDate = (claim: 'exp' | 'nbf' | 'iat', json: string) =>
  withTexts(({ body }) => ({
    body: body.replace(new RegExp(`"${claim}":\\d+,`), '').replace('{', `{"${claim}":${json},`),
  }));

/** Numbers that are no time of a token: they would never expire, or overflow. */
const NO_DATES = ['1e400', '-1e400', '1e308', '-1e308', '1e300', '1e18', '253402300800'];
const NO_NUMBERS = ['"1790000000"', 'null', 'true', '{}', '[1790000000]', '""'];

export const DATE_ROWS: readonly TokenRow[] = [
  accepted(
    'an exp in an hour',
    withClaims(() => ({ exp: now() + 3_600 })),
  ),
  accepted(
    'an exp with a fraction',
    withClaims(() => ({ exp: now() + 60.5 })),
  ),
  accepted(
    'an exp 10 s ago, within the tolerance',
    withClaims(() => ({ exp: now() - 10 })),
  ),
  accepted('an exp in the year 9999', withDate('exp', '253402300799')),
  accepted('an exp with an exponent', withDate('exp', '4.1e9')),
  accepted('an nbf of 0', withClaims({ nbf: 0 })),
  accepted(
    'an nbf in 10 s, within the tolerance',
    withClaims(() => ({ nbf: now() + 10 })),
  ),
  accepted(
    'an iat in an hour',
    withClaims(() => ({ iat: now() + 3_600 })),
  ),
  accepted('no iat', withClaims({ iat: null })),
  invalid('no exp', withClaims({ exp: null })),
  invalid(
    'an exp 31 s ago',
    withClaims(() => ({ exp: now() - 31 })),
  ),
  invalid('an exp of 0', withClaims({ exp: 0 })),
  invalid('an exp of -0', withDate('exp', '-0')),
  invalid('a negative exp', withClaims({ exp: -1 })),
  invalid('a tiny exp', withDate('exp', '1e-400')),
  invalid(
    'an exp in milliseconds',
    withClaims(() => ({ exp: (now() + 3_600) * 1_000 })),
  ),
  invalid(
    'an nbf in an hour',
    withClaims(() => ({ nbf: now() + 3_600 })),
  ),
  invalid(
    'an nbf in milliseconds',
    withClaims(() => ({ nbf: now() * 1_000 })),
  ),
  ...(['exp', 'nbf', 'iat'] as const).flatMap((claim) =>
    [...NO_DATES, ...NO_NUMBERS].map((json) => invalid(`${claim} ${json}`, withDate(claim, json))),
  ),
  ...['NaN', 'Infinity', '0x6ab13f80', '01790000000', '1_790_000_000', '+1790000000'].map((json) =>
    invalid(`exp ${json}, which is not valid JSON`, withDate('exp', json)),
  ),
  invalid(
    'exp twice, the last one over',
    withTexts(({ body }) => ({ body: body.replace(/\}$/, ',"exp":1}') })),
  ),
];

const OTHER_ISSUERS = ['http://127.0.0.1', '', 'null', 'https://accounts.example.com'];

export const CLAIM_ROWS: readonly TokenRow[] = [
  accepted('valid claims', withClaims({})),
  accepted('several audiences, ours among them', withClaims({ aud: ['x', 'mfapi'] })),
  accepted('an unknown claim', withClaims({ 'https://example.com/tier': ['gold'] })),
  accepted('a claim nested three levels deep', withClaims({ realm: { roles: [['a']] } })),
  accepted('a sub in Unicode', withClaims({ sub: 'montre-été-時計' })),
  accepted('claims of 5 kB', withClaims({ groups: 'g'.repeat(5_000) })),
  accepted('a jti that was used before', withClaims({ jti: 'always-the-same' })),
  accepted('a jti that was used before, again', withClaims({ jti: 'always-the-same' })),
  ...OTHER_ISSUERS.map((iss) => invalid(`iss ${JSON.stringify(iss)}`, withClaims({ iss }))),
  invalid('our iss with a slash', ({ issuer }) =>
    issuer.token({ claims: { iss: `${issuer.issuer}/` } }),
  ),
  invalid('our iss in capitals', ({ issuer }) =>
    issuer.token({ claims: { iss: issuer.issuer.toUpperCase() } }),
  ),
  invalid('our iss with a null byte', ({ issuer }) =>
    issuer.token({ claims: { iss: `${issuer.issuer}\u0000` } }),
  ),
  invalid('our iss in a list', ({ issuer }) => issuer.token({ claims: { iss: [issuer.issuer] } })),
  invalid('the iss of an attacker', ({ issuer, attacker }) =>
    issuer.token({ claims: { iss: attacker.issuer } }),
  ),
  invalid('no iss', withClaims({ iss: null })),
  invalid('no aud', withClaims({ aud: null })),
  ...['other', 'MFAPI', 'mfapi ', 'mfapi/', 'mfap', 'xmfapi', '*', '', 7, true, {}, []].map((aud) =>
    invalid(`aud ${JSON.stringify(aud)}`, withClaims({ aud })),
  ),
  invalid('an object with our audience as key', withClaims({ aud: { mfapi: true } })),
  invalid('our audience in a nested list', withClaims({ aud: [['mfapi']] })),
  invalid('several audiences in one text', withClaims({ aud: 'other mfapi' })),
  invalid('no sub', withClaims({ sub: null })),
  ...['', 7, true, ['watch-1'], { id: 1 }].map((sub) =>
    invalid(`sub ${JSON.stringify(sub)}`, withClaims({ sub })),
  ),
  invalid(
    'claims only in __proto__',
    withTexts(({ body }) => ({ body: `{"__proto__":${body}}` })),
  ),
  invalid(
    'iss twice, the last one wrong',
    withTexts(({ body }) => ({ body: body.replace(/\}$/, ',"iss":"x"}') })),
  ),
  accepted(
    'iss twice, the last one right',
    withTexts(({ body }) => ({ body: body.replace('{', '{"iss":"x",') })),
  ),
  accepted(
    'white space around the claims',
    withTexts(({ body }) => ({ body: `\n\t ${body} \r\n` })),
  ),
  ...['null', '[]', '"text"', '7', 'true', '{', '', 'no JSON', '{"a":1}{}', '[{}]'].map((text) =>
    invalid(
      `the payload ${text || 'of no bytes'}`,
      withTexts(() => ({ body: text })),
    ),
  ),
  invalid(
    'a payload in UTF-16',
    withTexts(({ body }) => ({ body: Buffer.from(body, 'utf16le') })),
  ),
  invalid(
    'a payload that is not UTF-8',
    withTexts(() => ({ body: Buffer.from([0xff, 0xfe]) })),
  ),
  invalid(
    'a claim that is not UTF-8',
    withTexts(({ body }) => ({
      body: Buffer.from(body.replace('watch-1', 'watch-\u00ff'), 'latin1'),
    })),
  ),
  invalid(
    'a byte-order mark before the claims',
    withTexts(({ body }) => ({ body: `\uFEFF${body}` })),
  ),
  invalid(
    'a claim nested 3 000 levels deep',
    withTexts(({ body }) => ({ body: body.replace('{', `{"x":${deep(3_000)},`) })),
  ),
  invalid(
    'another token as payload (nested JWT)',
    withTexts(({ body }) => ({ body: `e30.${Buffer.from(body).toString('base64url')}.c2ln` })),
  ),
];

export const SCOPE_ROWS: readonly TokenRow[] = [
  accepted('the scope', withClaims({ scope: 'weather:read' })),
  accepted('the scope among others', withClaims({ scope: 'openid weather:read email' })),
  accepted('the scope in a list', withClaims({ scope: ['weather:read'] })),
  accepted('the scope in scp', withClaims({ scope: null, scp: 'weather:read' })),
  accepted('the scope in roles', withClaims({ scope: null, roles: ['weather:read'] })),
  forbidden('no scope', withClaims({ scope: null })),
  ...['', 'weather', 'weather:*', 'weather:write', 'Weather:Read', 'weather:reader', '*'].map(
    (scope) => forbidden(`the scope ${JSON.stringify(scope)}`, withClaims({ scope })),
  ),
  ...['weather:read,x', 'weather:read\tx', 'weather:read\u0000'].map((scope) =>
    forbidden(`the scope ${JSON.stringify(scope)}`, withClaims({ scope })),
  ),
  forbidden('a scope that is an object', withClaims({ scope: { 'weather:read': true } })),
  forbidden('a nested scope', withClaims({ scope: [['weather:read']] })),
  forbidden(
    'the scope under another claim',
    withClaims({ scope: null, permissions: 'weather:read' }),
  ),
];
