import { createPublicKey, type JsonWebKey } from 'node:crypto';

/** The issuer's only signing key as PEM, fetched once at start. */
export async function fetchIssuerKey(issuer: string): Promise<string> {
  const discovery = await fetch(`${issuer}/.well-known/openid-configuration`);
  const { jwks_uri: url } = (await discovery.json()) as { jwks_uri: string };
  const { keys } = (await (await fetch(url)).json()) as { keys: JsonWebKey[] };
  const [key] = keys;
  if (!key) throw new Error('The issuer lists no key.');
  return createPublicKey({ key, format: 'jwk' }).export({ type: 'spki', format: 'pem' }).toString();
}
