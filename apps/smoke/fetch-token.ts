const WITHIN_MS = 5_000;

export interface Credentials {
  readonly issuer: string;
  readonly client: string;
  readonly secret: string;
}

/**
 * Fetches an access token with client credentials (RFC 6749 section 4.4) after OpenID discovery.
 * @throws with the issuer's status, never with the secret
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
  const answer = await fetch(url, { ...init, signal: AbortSignal.timeout(WITHIN_MS) });
  if (!answer.ok) throw new Error(`${url} answers ${answer.status}`);
  return (await answer.json()) as T;
}
