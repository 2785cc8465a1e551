import { createVerifier } from 'fast-jwt';
import { given } from './environment.js';
import { fetchIssuerKey } from './issuer-key.js';

/** As many tokens as a fleet's pod meets in an hour; fast-jwt stores a digest of each. */
const CACHED_TOKENS = 10_000;
const SCOPE = 'weather:read';

/** The outcome of a verification: the user, or the status to answer with. */
export type Verified = { readonly subject: string } | { readonly status: 401 | 403 };

/** fast-jwt with its cache, as the peers (b) and (f) use it. */
export async function tokenVerifier(): Promise<(authorization: string | undefined) => Verified> {
  const issuer = given('ISSUER');
  const verify = createVerifier<string>({
    key: await fetchIssuerKey(issuer),
    algorithms: ['RS256'],
    allowedIss: issuer,
    allowedAud: 'mfapi',
    cache: CACHED_TOKENS,
  });
  return (authorization = '') => {
    try {
      const claims = verify(authorization.replace(/^Bearer /, '')) as Claims;
      if (claims.scope?.split(' ').includes(SCOPE)) return { subject: claims.sub };
      return { status: 403 };
    } catch {
      // Whatever is wrong with the token, the peers answer 401.
      return { status: 401 };
    }
  };
}

interface Claims {
  readonly sub: string;
  readonly scope?: string;
}
