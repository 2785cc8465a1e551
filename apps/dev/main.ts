// `npm run dev`: the API restarts on a change; issuer and simulator keep running, so a token stays valid.
import { ChildService } from '../../packages/local-stack/child-service.js';
import { freePort } from '../../packages/local-server/free-port.js';
import { fetchToken } from '../../packages/client-credentials/fetch-token.js';
import { WatchedApi } from './watched-api.js';

const SIMULATOR_KEY = 'simulator-key';
const CLIENT = { client: 'watch', secret: 'watch-secret' };
const QUERY = '/prcpt?lt=48.8705&lg=2.3049';

const services: ChildService[] = [];
let api: WatchedApi | undefined;
let stopping = false;

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => void stop(0));
}

try {
  const issuer = await launch('issuer', 'dev-issuer', 4000);
  const provider = process.env['ACCWEA_TOKEN'] ? {} : await simulatedProvider();
  const { PORT = '3000', METRICS_PORT = '9464' } = process.env;
  console.log('Compiling and starting the API …');
  api = new WatchedApi({
    OIDC_ISSUER: issuer,
    PORT: String(await freePort(Number(PORT))),
    METRICS_PORT: String(await freePort(Number(METRICS_PORT))),
    DRAIN_SECONDS: '0',
    ...provider,
  });
  const url = await api.listening;
  welcome(url, await fetchToken({ issuer, ...CLIENT }));
  await api.ended();
  await stop(1);
} catch (error) {
  if (!stopping) console.error(error instanceof Error ? error.message : error);
  await stop(1);
}

async function simulatedProvider(): Promise<Readonly<Record<string, string>>> {
  const key = { ACCWEA_TOKEN: SIMULATOR_KEY };
  return {
    ...key,
    ACCWEA_URL: await launch('AccuWeather simulator', 'accwea-simulator', 4010, key),
  };
}

async function launch(
  name: string,
  program: string,
  port: number,
  environment: Readonly<Record<string, string>> = {},
): Promise<string> {
  const settings = { PORT: String(await freePort(port)), ...environment };
  const service = new ChildService(name, `apps/${program}/main.js`, settings);
  services.push(service);
  const url = await service.listening;
  console.log(`The ${name} listens on ${url}`);
  return url;
}

function welcome(url: string, token: string): void {
  const curl = `curl -s -H "Authorization: Bearer ${token}" "${url}${QUERY}"`;
  console.log(`
The API listens on ${url} (Swagger UI: ${url}/docs). Save a file below src/ or libs/ to restart it.
The token is valid until you end this command, for 24 hours at most:

${curl}

Ctrl-C ends everything.
`);
}

async function stop(code: number): Promise<void> {
  if (stopping) return;
  stopping = true;
  console.log('\nStopping …');
  await api?.stop();
  await Promise.all(services.map((service) => service.stop()));
  process.exit(code);
}
