import type { Adapter, AdapterPayload } from 'oidc-provider';

/** The scope that the API requires; the default of a watch. */
export const WEATHER_SCOPE = 'weather:read';

/** A scope without permissions, for valid tokens that are insufficient. */
export const OTHER_SCOPE = 'other';

const WATCH_ID = /^watch(-[\w-]+)?$/;

/**
 * The store of oidc-provider: returns the development clients and stores nothing.
 *
 * - `watch`, `watch-2`, `watch-anything`: secret `watch-secret`; as many users (`sub`) as a test needs
 * - `stranger`: secret `stranger-secret`; never gets `weather:read`
 *
 * JWT access tokens are self-contained, so nothing needs to be stored.
 */
export class DevClients implements Adapter {
  constructor(private readonly model: string) {}

  async find(id: string): Promise<AdapterPayload | undefined> {
    if (this.model !== 'Client') return undefined;
    if (WATCH_ID.test(id)) return client(id, 'watch-secret', [WEATHER_SCOPE, OTHER_SCOPE]);
    if (id === 'stranger') return client(id, 'stranger-secret', [OTHER_SCOPE]);
    return undefined;
  }

  async findByUid(): Promise<undefined> {}
  async findByUserCode(): Promise<undefined> {}
  async upsert(): Promise<void> {}
  async consume(): Promise<void> {}
  async destroy(): Promise<void> {}
  async revokeByGrantId(): Promise<void> {}
}

/** The first scope is granted when a request names none. */
function client(id: string, secret: string, scopes: readonly string[]): AdapterPayload {
  return {
    client_id: id,
    client_secret: secret,
    scope: scopes.join(' '),
    grant_types: ['client_credentials'],
    response_types: [],
    redirect_uris: [],
  };
}
