import { AccweaSimulator } from '../../apps/accwea-simulator/accwea-simulator.js';
import { ApiProcess, type ApiProcessOptions } from './api-process.js';
import { eventually } from './eventually.js';

/**
 * The provider's clock stands still, so that its weather does not change during a test. In the present
 * year, because weather of another one is not accepted.
 */
const NOON_IN_JULY_MS = Date.UTC(new Date().getUTCFullYear(), 6, 9, 12);

/** Leaves no open connection for which the API would wait when it stops. */
export const ONCE = { headers: { connection: 'close' } };

export interface WorldOptions {
  /** The number of API processes. */
  readonly apis?: number;
  readonly environment?: Readonly<Record<string, string>>;
  /** The provider's clock. */
  readonly now?: () => number;
  /** Of each API process. */
  readonly options?: ApiProcessOptions;
}

/** The processes of a test: provider simulator and API processes, with tokens of the issuer of all suites. */
export class World {
  /** Includes processes that a test removed from `apis`. */
  private readonly started: ApiProcess[] = [];

  private constructor(
    readonly simulator: AccweaSimulator,
    readonly simulatorUrl: string,
    readonly apis: ApiProcess[],
    readonly token: string,
    private readonly environment: Readonly<Record<string, string>>,
    private readonly options: ApiProcessOptions,
  ) {}

  static async start({
    apis = 1,
    environment = {},
    now = () => NOON_IN_JULY_MS,
    options = {},
  }: WorldOptions = {}): Promise<World> {
    const simulator = new AccweaSimulator({ now });
    const { url } = await simulator.start();
    const issuerUrl = sharedIssuerUrl();
    const around = {
      ACCWEA_URL: url,
      ACCWEA_TOKEN: simulator.settings.key,
      OIDC_ISSUER: issuerUrl,
      // A test sends the requests of all watches as one user.
      RATE_LIMIT_PER_MINUTE: '1000000',
      MISS_LIMIT_PER_HOUR: '1000000',
      REFRESH_LIMIT_PER_HOUR: '1000000',
      // A machine busy with other suites often takes longer than the default; a pod then works alone.
      REDIS_TIMEOUT_MS: '1000',
      ...environment,
    };
    const token = await tokenFrom(issuerUrl, 'watch');
    const world = new World(simulator, url, [], token, around, options);
    const starts = Array.from({ length: apis }, () => world.startApi());
    const failed = (await Promise.allSettled(starts)).find(({ status }) => status === 'rejected');
    if (!failed) return world;
    await world.stop();
    throw (failed as PromiseRejectedResult).reason;
  }

  /** Starts one more process of the same region; resolves when it is ready. */
  async startApi(
    environment: Readonly<Record<string, string>> = {},
    options: ApiProcessOptions = {},
  ): Promise<ApiProcess> {
    const api = await ApiProcess.start(
      { ...this.environment, ...environment },
      { ...this.options, ...options },
    );
    this.apis.push(api);
    this.started.push(api);
    await eventually(async () => (await fetch(`${api.url}/health/ready`, ONCE)).ok);
    return api;
  }

  get api(): ApiProcess {
    const [api] = this.apis;
    if (!api) throw new Error('no API was started');
    return api;
  }

  /** Sends a request with the token of a watch. */
  get(path: string, api: ApiProcess = this.api, headers = {}): Promise<Response> {
    return fetch(api.url + path, {
      headers: { authorization: `Bearer ${this.token}`, ...headers },
    });
  }

  /** Like `get`, and closes the connection. */
  getOnce(path: string, api: ApiProcess = this.api): Promise<Response> {
    return this.get(path, api, ONCE.headers);
  }

  get issuerUrl(): string {
    return this.environment['OIDC_ISSUER'] ?? '';
  }

  /** Fetches a token for another user. */
  tokenOf(user: `watch-${string}`): Promise<string> {
    return tokenFrom(this.issuerUrl, user);
  }

  async stop(): Promise<void> {
    await Promise.all(this.started.map((api) => api.end('SIGKILL')));
    await this.simulator.stop();
  }
}

/** Set by `issuer/shared-issuer.mjs`. */
function sharedIssuerUrl(): string {
  const url = process.env['TEST_ISSUER_URL'];
  if (url === undefined) throw new Error('Jest did not start the issuer of all suites');
  return url;
}

async function tokenFrom(issuerUrl: string, user: string): Promise<string> {
  const answer = await fetch(`${issuerUrl}/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${btoa(`${user}:watch-secret`)}` },
    body: new URLSearchParams({ grant_type: 'client_credentials' }),
  });
  const { access_token: token } = (await answer.json()) as { access_token: string };
  return token;
}
