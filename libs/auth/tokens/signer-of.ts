import { UnauthenticatedError } from '../errors/unauthenticated.error.js';
import type { IssuerKeys } from '../keys/issuer-keys.js';
import type { SigningKey } from '../keys/signing-key.js';
import { verifySignature } from '../keys/verify-signature.js';
import type { TokenHeader } from './token-header.js';

/**
 * The key of the issuer that signed a token; each key that fits its header is tried.
 * @throws UnauthenticatedError when no listed key fits, or none made the signature
 * @throws IdentityUnavailableError when no key was ever loaded
 */
export async function signerOf(
  token: string,
  header: TokenHeader,
  keys: IssuerKeys,
): Promise<SigningKey> {
  const hasSigned = (key: SigningKey): boolean => verifySignature(token, header.alg, key.publicKey);
  const known = keys.known(header);
  const signer = known.find(hasSigned);
  if (signer) return signer;
  let wasTried = known.length > 0;
  for await (const key of keys.published(header, known)) {
    if (hasSigned(key)) return key;
    wasTried = true;
  }
  throw UnauthenticatedError.invalidToken(wasTried ? 'signature' : 'unlisted-key');
}
