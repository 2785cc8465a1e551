import { fetchToken } from '../client-credentials/fetch-token.js';
import { freePort } from '../local-server/free-port.js';
import { ChildService } from './child-service.js';

const SIMULATOR_KEY = 'simulator-key';
const SECRET = 'watch-secret';

export interface LocalStackOptions {
  /** Called with progress messages: each service and its URL. */
  readonly print: (text: string) => void;
  /** With `ACCWEA_TOKEN` the API uses the real AccuWeather instead of the simulator. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
  /** More environment variables for the API. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Those with the simulator only. */
  readonly simulatedSettings?: Readonly<Record<string, string>>;
}

export interface LocalStackUrls {
  readonly apiUrl: string;
  readonly issuerUrl: string;
  readonly metricsUrl: string;
  /** Undefined with the real AccuWeather. */
  readonly simulatorUrl: string | undefined;
}

/** Runs the API, the development issuer and, without a real key, the simulated provider as child processes. */
export class LocalStack {
  private readonly services: ChildService[] = [];
  private stopping = false;
  private simulatorUrl: string | undefined;

  constructor(private readonly options: LocalStackOptions) {}

  async start(): Promise<LocalStackUrls> {
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
    const metricsUrl = `http://127.0.0.1:${metricsPort}/metrics`;
    return { apiUrl, issuerUrl, metricsUrl, simulatorUrl: this.simulatorUrl };
  }

  /** An access token of the given client of the development issuer. */
  tokenOf(issuer: string, client = 'watch'): Promise<string> {
    return fetchToken({ issuer, client, secret: SECRET });
  }

  /** Resolves after `stop`. @throws when a process ends before that */
  async ended(): Promise<void> {
    await Promise.race(
      this.services.map(async (service) => {
        await service.exited();
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
    this.simulatorUrl = await this.launch('simulator', 'accwea-simulator', 4010, key);
    return { ...key, ACCWEA_URL: this.simulatorUrl, ...this.options.simulatedSettings };
  }

  private async launch(
    name: string,
    program: string,
    preferredPort: number,
    environment: Readonly<Record<string, string>>,
  ): Promise<string> {
    this.options.print(`Starting the ${name} … `);
    const file = program === 'api' ? 'api/main.js' : `apps/${program}/main.js`;
    const port = String(await freePort(preferredPort));
    const service = new ChildService(name, file, {
      PORT: port,
      ...environment,
    });
    this.services.push(service);
    const url = await service.listening;
    this.options.print(`${url}\n`);
    return url;
  }
}
