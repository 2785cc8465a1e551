import { compactJws } from '../../support/issuer/compact-jws.js';
import { publicJwk } from '../../support/issuer/key-ring.js';
import {
  accepted,
  deep,
  invalid,
  signedByOwn,
  withHeader,
  withTexts,
  type TokenRow,
} from '../token-row.js';

/** A header with a member whose value is given as JSON text, to write what `JSON.stringify` does not. */
const withMember = (member: string) =>
  withTexts(({ head }) => ({ head: head.replace('{', `{${member},`) }));

const UNLISTED_KIDS = [
  'unknown',
  '../../../../dev/null',
  '/etc/passwd',
  'file:///dev/null',
  "rs' OR '1'='1",
  "x' UNION SELECT 'secret' --",
  'rs\u0000',
  '\u0000',
  'rs\r\nX-Injected: 1',
  'RS',
  ' rs',
  'rs ',
  '*',
  '$(id)',
  '{{7*7}}',
  '__proto__',
  'constructor',
  'hasOwnProperty',
  'ключ',
  '💥',
  '\ud800',
  'k'.repeat(4_000),
];

/** What points a careless verifier to a key of the sender's. */
const KEY_POINTERS = ['jku', 'x5u'] as const;

export const HEADER_ROWS: readonly TokenRow[] = [
  accepted('a kid that the issuer lists', withHeader({ kid: 'rs' })),
  accepted('no kid', withHeader({ kid: null })),
  accepted('an empty kid', withHeader({ kid: '' })),
  ...UNLISTED_KIDS.map((kid) =>
    invalid(`the kid ${JSON.stringify(kid).slice(0, 40)}`, withHeader({ kid })),
  ),
  ...[7, true, ['rs'], { kid: 'rs' }].map((kid) =>
    invalid(`the kid ${JSON.stringify(kid)}`, withHeader({ kid })),
  ),
  invalid(
    'the kid null',
    withTexts(({ head }) => ({ head: head.replace('"kid":"rs"', '"kid":null') })),
  ),
  invalid('the kid of another key', withHeader({ kid: 'ps' }, 'rs')),
  invalid('the kid of an unpublished key', withHeader({}, 'hidden')),

  ...KEY_POINTERS.flatMap((pointer) => [
    invalid(`${pointer} to an attacker's keys`, ({ issuer, attacker }) =>
      attacker.token({ claims: { iss: issuer.issuer }, header: { [pointer]: attacker.jwksUrl } }),
    ),
    invalid(`${pointer} to an attacker's keys and our kid`, ({ issuer, attacker }) =>
      attacker.token({
        claims: { iss: issuer.issuer },
        header: { kid: 'rs', [pointer]: attacker.jwksUrl },
      }),
    ),
    accepted(`${pointer} that it does not need`, ({ issuer, attacker }) =>
      issuer.token({ header: { [pointer]: attacker.jwksUrl } }),
    ),
  ]),
  invalid("an attacker's jwk", ({ issuer }) => issuer.forgeries.tokenWithEmbeddedJwk()),
  invalid("an attacker's jwk under our kid", async ({ issuer, attacker }) => {
    const key = await attacker.keys.signingKey();
    const header = { alg: key.alg, kid: 'rs', jwk: publicJwk(key) };
    return compactJws(header, issuer.claims(), key.signer);
  }),
  invalid("an attacker's jwk and no kid", async ({ issuer, attacker }) => {
    const key = await attacker.keys.signingKey();
    return compactJws({ alg: key.alg, jwk: publicJwk(key) }, issuer.claims(), key.signer);
  }),
  accepted('the jwk of the key that signed it', async ({ issuer }) =>
    issuer.token({ header: { jwk: publicJwk(await issuer.keys.signingKey()) } }),
  ),
  invalid("an attacker's x5c", async ({ issuer, attacker }) =>
    attacker.token({ claims: { iss: issuer.issuer }, header: { x5c: ['MIIB'] } }),
  ),
  invalid("an attacker's x5t", async ({ issuer, attacker }) =>
    attacker.token({ claims: { iss: issuer.issuer }, header: { 'x5t#S256': 'AA' } }),
  ),
  accepted('x5t, which is ignored', withHeader({ x5t: 'AA', 'x5t#S256': 'AA' })),

  invalid('an unknown critical extension', ({ issuer }) => issuer.forgeries.tokenWithCrit()),
  ...[['exp'], ['b64'], ['alg'], [], ['crit'], 'exp', {}, 1].map((crit) =>
    invalid(`crit ${JSON.stringify(crit)}`, withHeader({ crit })),
  ),
  invalid('crit null', withMember('"crit":null')),
  invalid('b64 false with crit', withHeader({ b64: false, crit: ['b64'] })),
  invalid('b64 false without crit', withHeader({ b64: false })),
  accepted('b64 true', withHeader({ b64: true })),
  accepted('an unknown member', withHeader({ 'x-unknown': 'anything' })),

  // RFC 7515 section 4: the last of two members with one name counts, as in `JSON.parse`.
  accepted('alg twice, the last one valid', withMember('"alg":"none"')),
  invalid(
    'alg twice, the last one "none"',
    withTexts(({ head }) => ({ head: head.replace(/\}$/, ',"alg":"none"}') })),
  ),
  invalid(
    'kid twice, the last one unlisted',
    withTexts(({ head }) => ({ head: head.replace(/\}$/, ',"kid":"unknown"}') })),
  ),
  invalid(
    'alg only in __proto__',
    withTexts(() => ({ head: '{"__proto__":{"alg":"RS256"}}' })),
  ),
  accepted(
    'white space in the header',
    withTexts(({ head }) => ({ head: ` \n\t${head.replaceAll(':', ' : ')} \r\n` })),
  ),
  invalid(
    'a byte-order mark before the header',
    withTexts(({ head }) => ({ head: `\uFEFF${head}` })),
  ),
  invalid(
    'text after the header',
    withTexts(({ head }) => ({ head: `${head}{}` })),
  ),
  invalid(
    'a comment in the header',
    withTexts(({ head }) => ({ head: head.replace('{', '{/**/') })),
  ),
  invalid(
    'a list as header',
    withTexts(({ head }) => ({ head: `[${head}]` })),
  ),
  invalid(
    'null as header',
    withTexts(() => ({ head: 'null' })),
  ),
  invalid(
    'an empty header',
    withTexts(() => ({ head: '{}' })),
  ),
  invalid(
    'a header that is not valid JSON',
    withTexts(() => ({ head: 'RS256' })),
  ),
  invalid('a header nested 3 000 levels deep', withMember(`"x":${deep(3_000)}`)),
  invalid(
    'a header that is only brackets',
    withTexts(() => ({ head: '['.repeat(4_000) })),
  ),
  accepted('a header nested three levels deep', withMember('"x":{"y":[[]]}')),

  invalid('an RSA key of 1 024 bits', signedByOwn('short', 'RS256')),
  invalid('an RSA key with exponent 3', signedByOwn('small-exponent', 'RS256')),
  invalid('a key for encryption', signedByOwn('for-encryption', 'RS256')),
];
