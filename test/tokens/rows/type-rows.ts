import {
  accepted,
  invalid,
  withClaims,
  withHeader,
  withTexts,
  type TokenRow,
} from '../token-row.js';

/** RFC 9068 section 2.1, RFC 7519 section 5.1; case and the prefix do not matter (RFC 7515 section 4.1.9). */
const ACCESS_TOKEN_TYPES = [
  'JWT',
  'jwt',
  'at+jwt',
  'AT+JWT',
  'application/at+jwt',
  'Application/at+JWT',
  'application/jwt',
];

/** What an issuer signs with the same keys for other purposes (RFC 8725 section 3.11). */
const OTHER_TYPES = [
  'logout+jwt',
  'application/logout+jwt',
  'LOGOUT+JWT',
  'secevent+jwt',
  'dpop+jwt',
  'id_token+jwt',
  'rt+jwt',
  'vc+jwt',
  'vc+sd-jwt',
  'dc+sd-jwt',
  'kb+jwt',
  'JARM',
  'oauth-authz-req+jwt',
  'token-introspection+jwt',
  'client-authentication+jwt',
  'entity-statement+jwt',
  'jwk-set+jwt',
  'statuslist+jwt',
  'JWS',
  'JOSE+JSON',
  'at+jwt ',
  'at+jwt;v=1',
  'application/application/at+jwt',
  'text/at+jwt',
  '',
];

const LOGOUT_EVENT = { 'http://schemas.openid.net/event/backchannel-logout': {} };
const ID_TOKEN = { nonce: 'n-0S6', at_hash: 'MTIzNDU2Nzg5MDEyMzQ1Ng', auth_time: 1_790_000_000 };
const JWT = { typ: 'JWT' };
const X5T = { 'x5t#S256': 'bwcK0esc3ACC3DB2Y5_lESsXE8o9ltc05O89jdN-dg2' };
const JKT = { jkt: '0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I' };

export const TYPE_ROWS: readonly TokenRow[] = [
  accepted('no typ', withHeader({ typ: null })),
  ...ACCESS_TOKEN_TYPES.map((typ) => accepted(`typ "${typ}"`, withHeader({ typ }))),
  ...OTHER_TYPES.map((typ) => invalid(`typ "${typ}"`, withHeader({ typ }))),
  ...[7, true, ['JWT'], { typ: 'JWT' }].map((typ) =>
    invalid(`typ ${JSON.stringify(typ)}`, withHeader({ typ })),
  ),
  invalid(
    'typ null',
    withTexts(({ head }) => ({ head: head.replace('"at+jwt"', 'null') })),
  ),

  invalid('the claims of an ID token', withClaims(ID_TOKEN, JWT)),
  invalid('a nonce', withClaims({ nonce: 'n-0S6' }, JWT)),
  invalid('a nonce and no typ', withClaims({ nonce: 'n-0S6' }, { typ: null })),
  invalid('a nonce and typ at+jwt', withClaims({ nonce: 'n-0S6' })),
  // Keycloak before 24 copies the nonce into access tokens, and says what they are.
  accepted('a nonce in what calls itself Bearer', withClaims({ nonce: 'n', typ: 'Bearer' }, JWT)),
  ...['at_hash', 'c_hash', 's_hash'].map((claim) =>
    invalid(`the claim ${claim}`, withClaims({ [claim]: 'MTIzNDU2Nzg5MDEyMzQ1Ng' })),
  ),
  ...['ID', 'id', 'Refresh', 'Offline', 'Logout', 'DPoP', '', 7, ['Bearer']].map((typ) =>
    invalid(
      `the claim typ ${JSON.stringify(typ)}, as Keycloak writes it`,
      withClaims({ typ }, JWT),
    ),
  ),
  accepted('the claim typ "Bearer"', withClaims({ typ: 'Bearer' }, JWT)),
  ...['id', 'refresh'].map((use) =>
    invalid(`the claim token_use "${use}", as Cognito writes it`, withClaims({ token_use: use })),
  ),
  accepted('the claim token_use "access"', withClaims({ token_use: 'access' })),
  accepted(
    'what RFC 9068 allows in an access token',
    withClaims({ auth_time: 1_790_000_000, acr: '0', amr: ['pwd'], sid: 's', azp: 'watch' }),
  ),
  invalid('events, as in a logout token', withClaims({ events: LOGOUT_EVENT }, JWT)),
  invalid('events and typ at+jwt', withClaims({ events: LOGOUT_EVENT })),
  invalid('empty events', withClaims({ events: {} }, JWT)),
  invalid('events that are a list', withClaims({ events: [] }, JWT)),

  invalid('a binding to a client certificate (RFC 8705)', withClaims({ cnf: X5T })),
  invalid('a binding to a DPoP key (RFC 9449)', withClaims({ cnf: JKT })),
  ...['jwk', 'jwe', 'kid', 'jku', 'unknown'].map((member) =>
    invalid(`a binding by cnf.${member} (RFC 7800)`, withClaims({ cnf: { [member]: 'x' } })),
  ),
  invalid('an empty binding', withClaims({ cnf: {} })),
  invalid('a binding that is text', withClaims({ cnf: 'x' })),
  invalid(
    'a binding that is null',
    withTexts(({ body }) => ({ body: body.replace('{', '{"cnf":null,') })),
  ),
  accepted('a claim that is only called like a binding', withClaims({ CNF: JKT })),
];
