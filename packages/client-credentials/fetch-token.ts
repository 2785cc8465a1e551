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
export async function fetchToken({ issuer, client, secret }: Credentials): Promise<string> {
  const configuration = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  const { token_endpoint: endpoint } = await json<{ token_endpoint: string }>(configuration);
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
