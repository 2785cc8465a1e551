const TIMEOUT_MS = 5_000;

export interface Credentials {
  readonly issuer: string;
  readonly client: string;
  readonly secret: string;
}

/**
 * Discovers the token endpoint of the issuer and fetches an access token by client credentials (RFC 6749 section 4.4).
 * @throws Error with the status of the issuer, never with the secret
 */
export async function fetchToken(credentials: Credentials): Promise<string> {
  return fetchTokenFrom(await discoverTokenEndpoint(credentials.issuer), credentials);
}

/**
 * The token endpoint of an issuer (OpenID Connect Discovery 1.0), for a program that fetches many tokens.
 * @throws Error with the status of the issuer
 */
export async function discoverTokenEndpoint(issuer: string): Promise<string> {
  const configuration = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  return (await json<{ token_endpoint: string }>(configuration)).token_endpoint;
}

/**
 * Fetches an access token from a discovered endpoint.
 * @throws Error with the status of the issuer, never with the secret
 */
export async function fetchTokenFrom(
  endpoint: string,
  { client, secret }: Omit<Credentials, 'issuer'>,
): Promise<string> {
  const basic = btoa(`${encodeURIComponent(client)}:${encodeURIComponent(secret)}`);
  const { access_token: token } = await json<{ access_token: string }>(endpoint, {
    method: 'POST',
    headers: { authorization: `Basic ${basic}` },
    body: new URLSearchParams({ grant_type: 'client_credentials' }),
  });
  return token;
}

async function json<T>(url: string, init: RequestInit = {}): Promise<T> {
  const response = await fetch(url, { ...init, signal: AbortSignal.timeout(TIMEOUT_MS) });
  if (!response.ok) throw new Error(`${url} responds with ${response.status}`);
  return (await response.json()) as T;
}
