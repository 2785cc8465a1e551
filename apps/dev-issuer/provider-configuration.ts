import type { JWK } from 'jose';
import type { Client, Configuration, KoaContextWithOIDC, ResourceServer } from 'oidc-provider';
import { DevClients, OTHER_SCOPE, WEATHER_SCOPE } from './dev-clients.js';
import type { SigningAlgorithm } from './signing-key.js';

/** A resource indicator must be an absolute URI (RFC 8707); the audience `mfapi` is none. */
const DEFAULT_RESOURCE = 'urn:mfapi';
const DEFAULT_AUDIENCE = 'mfapi';
const SCOPES = [WEATHER_SCOPE, OTHER_SCOPE];

export interface TokenSettings {
  readonly signingKey: JWK;
  readonly alg: SigningAlgorithm;
  readonly ttlSeconds: number;
}

/** Client credentials only (RFC 6749 section 4.4), answered with JWT access tokens (RFC 9068). */
export function providerConfiguration(settings: TokenSettings): Configuration {
  return {
    adapter: DevClients,
    jwks: { keys: [settings.signingKey] },
    scopes: SCOPES,
    responseTypes: [],
    clientDefaults: { id_token_signed_response_alg: settings.alg },
    ttl: { ClientCredentials: settings.ttlSeconds },
    features: {
      clientCredentials: { enabled: true },
      devInteractions: { enabled: false },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => DEFAULT_RESOURCE,
        getResourceServerInfo: (ctx, resource, client) => {
          defaultScope(ctx, client);
          return resourceServer(resource, settings);
        },
      },
    },
  };
}

/**
 * The provider has no setting for the scope of a request that names none (RFC 6749 section 3.3),
 * and gets the resource server just before it reads that parameter.
 */
function defaultScope(ctx: KoaContextWithOIDC, client: Client): void {
  const params = ctx.oidc.params;
  if (params) params['scope'] ??= client.scope?.split(' ')[0];
}

function resourceServer(resource: string, { alg, ttlSeconds }: TokenSettings): ResourceServer {
  return {
    audience: resource === DEFAULT_RESOURCE ? DEFAULT_AUDIENCE : resource,
    scope: SCOPES.join(' '),
    accessTokenFormat: 'jwt',
    accessTokenTTL: ttlSeconds,
    jwt: { sign: { alg } },
  };
}
