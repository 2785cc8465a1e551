import { fetchToken } from '../smoke/fetch-token.js';
import { ChildService } from './child-service.js';
import { freePort } from './free-port.js';

const SIMULATOR_KEY = 'simulator-key';
const SECRET = 'watch-secret';

export interface DemoOptions {
  /** Prints what starts and its URL. */
  readonly say: (text: string) => void;
  /** With `ACCWEA_TOKEN` set, the demo uses the real AccuWeather. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
  /** Further variables for the API. */
  readonly settings?: Readonly<Record<string, string>>;
}

export interface DemoUrls {
  readonly apiUrl: string;
  readonly issuerUrl: string;
  readonly metricsUrl: string;
}

/** The API with an issuer and, unless a real key is set, a simulated provider. */
export class Demo {
  private readonly services: ChildService[] = [];
  private stopping = false;

  constructor(private readonly options: DemoOptions) {}

  async start(): Promise<DemoUrls> {
    const issuerUrl = await this.launch('issuer', 'dev-issuer', 4000, {});
    const upstream = await this.upstream();
    const metricsPort = await freePort(9464);
    const apiUrl = await this.launch('API', 'api', 3000, {
      OIDC_ISSUER: issuerUrl,
      METRICS_PORT: String(metricsPort),
      DRAIN_SECONDS: '0',
      ...this.options.settings,
      ...upstream,
    });
    return { apiUrl, issuerUrl, metricsUrl: `http://127.0.0.1:${metricsPort}/metrics` };
  }

  /** Fetches a token for `watch` or another user. */
  tokenOf(issuer: string, client = 'watch'): Promise<string> {
    return fetchToken({ issuer, client, secret: SECRET });
  }

  /** Resolves when the demo is stopped. @throws when one of its processes exits before that */
  async ended(): Promise<void> {
    await Promise.race(
      this.services.map(async (service) => {
        await service.gone();
        if (!this.stopping) throw new Error(`The ${service.name} exited unexpectedly.`);
      }),
    );
  }

  async stop(): Promise<void> {
    this.stopping = true;
    await Promise.all(this.services.map((service) => service.stop()));
  }

  private async upstream(): Promise<Readonly<Record<string, string>>> {
    const { ACCWEA_TOKEN, ACCWEA_URL = '', ACCWEA_AUTH = '' } = this.options.environment ?? {};
    if (ACCWEA_TOKEN) return { ACCWEA_TOKEN, ACCWEA_URL, ACCWEA_AUTH };
    const key = { ACCWEA_TOKEN: SIMULATOR_KEY };
    return { ...key, ACCWEA_URL: await this.launch('simulator', 'accwea-simulator', 4010, key) };
  }

  private async launch(
    name: string,
    program: string,
    wantedPort: number,
    environment: Readonly<Record<string, string>>,
  ): Promise<string> {
    this.options.say(`Starting the ${name} … `);
    const file = program === 'api' ? 'src/main.js' : `apps/${program}/main.js`;
    const port = String(await freePort(wantedPort));
    const service = new ChildService(name, file, { PORT: port, ...environment });
    this.services.push(service);
    const url = await service.listening;
    this.options.say(`${url}\n`);
    return url;
  }
}
