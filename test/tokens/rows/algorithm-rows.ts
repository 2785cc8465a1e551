import { createHmac } from 'node:crypto';
import { compactJws, encodeJson } from '../../support/issuer/compact-jws.js';
import { publicJwk } from '../../support/issuer/key-ring.js';
import {
  accepted,
  invalid,
  signedByOwn,
  withHeader,
  withTexts,
  type TokenRow,
  type TokenWorld,
} from '../token-row.js';

/** The key's public form as a shared secret (RFC 8725 section 2.1), in each form an attacker may guess. */
const PUBLIC_KEY_FORMS = {
  'SPKI PEM': { type: 'spki', format: 'pem' },
  'PKCS#1 PEM': { type: 'pkcs1', format: 'pem' },
  'SPKI DER': { type: 'spki', format: 'der' },
} as const;

const hmacWithPublicKey =
  (form: keyof typeof PUBLIC_KEY_FORMS, alg = 'HS256') =>
  async ({ issuer }: TokenWorld): Promise<string> => {
    const { kid, publicKey } = await issuer.keys.signingKey();
    const secret = publicKey.export(PUBLIC_KEY_FORMS[form] as { type: 'spki'; format: 'der' });
    return compactJws({ alg, typ: 'at+jwt', kid }, issuer.claims(), (input) =>
      createHmac(alg.replace('HS', 'sha'), secret).update(input).digest(),
    );
  };

const hmacWith =
  (secret: string) =>
  async ({ issuer }: TokenWorld): Promise<string> => {
    const { kid } = await issuer.keys.signingKey();
    return compactJws({ alg: 'HS256', kid }, issuer.claims(), (input) =>
      createHmac('sha256', secret).update(input).digest(),
    );
  };

const modulusAsSignature = async ({ issuer }: TokenWorld): Promise<string> => {
  const key = await issuer.keys.signingKey();
  const input = `${encodeJson({ alg: key.alg, kid: key.kid })}.${encodeJson(issuer.claims())}`;
  return `${input}.${String(publicJwk(key)['n'])}`;
};

export const ALGORITHM_ROWS: readonly TokenRow[] = [
  accepted('an RS256 token', withHeader({}, 'rs')),
  accepted('a PS256 token', withHeader({}, 'ps')),
  accepted('an ES256 token', withHeader({}, 'es')),
  ...['none', 'None', 'NONE', 'nOnE', 'none '].map((alg) =>
    invalid(`alg ${JSON.stringify(alg)} and no signature`, ({ issuer }) =>
      issuer.forgeries.unsignedToken(alg),
    ),
  ),
  invalid('alg "none" over a valid signature', withHeader({ alg: 'none' })),
  ...(['SPKI PEM', 'PKCS#1 PEM', 'SPKI DER'] as const).map((form) =>
    invalid(`HS256 with the public key (${form}) as secret`, hmacWithPublicKey(form)),
  ),
  invalid('HS384 with the public key as secret', hmacWithPublicKey('SPKI PEM', 'HS384')),
  invalid('HS512 with the public key as secret', hmacWithPublicKey('SPKI PEM', 'HS512')),
  invalid('HS256 with the public key without its final newline', ({ issuer }) =>
    issuer.forgeries.hs256WithPublicKey({ newline: false }),
  ),
  invalid('HS256 with an empty secret', hmacWith('')),
  invalid('HS256 with the secret "secret"', hmacWith('secret')),
  ...['HS256', 'RS384', 'RS512', 'PS384', 'PS512', 'ES256K', 'ES384', 'ES512', 'EdDSA'].map((alg) =>
    invalid(`alg "${alg}" over an RS256 signature`, withHeader({ alg })),
  ),
  ...['rs256', 'RS256 ', ' RS256', 'RS-256', 'RS256\u0000', 'ＲＳ256', ''].map((alg) =>
    invalid(`alg ${JSON.stringify(alg)} over an RS256 signature`, withHeader({ alg })),
  ),
  invalid('no alg', withHeader({ alg: null })),
  invalid(
    'alg null',
    withTexts(({ head }) => ({ head: head.replace('"RS256"', 'null') })),
  ),
  invalid('a list as alg', withHeader({ alg: ['RS256'] })),
  invalid('an object as alg', withHeader({ alg: { alg: 'RS256' } })),
  invalid('a number as alg', withHeader({ alg: 256 })),
  invalid('alg from the prototype', withHeader({ alg: 'constructor' })),
  invalid('alg PS256 over an RS256 signature', withHeader({ alg: 'PS256' }, 'rs')),
  invalid('alg RS256 over a PS256 signature', withHeader({ alg: 'RS256' }, 'ps')),
  invalid('alg ES256 over an RS256 signature', withHeader({ alg: 'ES256' }, 'rs')),
  invalid('alg RS256 over an ES256 signature', withHeader({ alg: 'RS256' }, 'es')),
  accepted('RS256 of a key published without alg', signedByOwn('open', 'RS256')),
  accepted('PS256 of a key published without alg', signedByOwn('open', 'PS256')),
  accepted('RS256 of a key published for RS256', signedByOwn('rs-only', 'RS256')),
  invalid('PS256 of a key published for RS256', signedByOwn('rs-only', 'PS256')),
  invalid('the modulus as signature', modulusAsSignature),
];
