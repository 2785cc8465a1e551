import { ChildService } from './child-service.js';
import { freePort } from './free-port.js';
import { welcome } from './welcome.js';

const SIMULATOR_KEY = 'simulator-key';
const services: ChildService[] = [];
let stopping = false;

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => void stop(0));
}

try {
  await run();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  await stop(1);
}

async function run(): Promise<void> {
  const { ACCWEA_TOKEN: realToken, ACCWEA_URL: realUrl, ACCWEA_AUTH: realAuth } = process.env;
  const issuerUrl = await start('issuer', 'dev-issuer', 4000, {});
  const upstream = realToken
    ? { ACCWEA_TOKEN: realToken, ACCWEA_URL: realUrl ?? '', ACCWEA_AUTH: realAuth ?? '' }
    : {
        ACCWEA_URL: await start('simulator', 'accwea-simulator', 4010, {
          ACCWEA_TOKEN: SIMULATOR_KEY,
        }),
        ACCWEA_TOKEN: SIMULATOR_KEY,
      };
  const apiUrl = await start('API', 'api', 3000, {
    OIDC_ISSUER: issuerUrl,
    METRICS_PORT: String(await freePort(9464)),
    DRAIN_SECONDS: '0',
    ...upstream,
  });
  const token = await fetchToken(issuerUrl);
  console.log(welcome({ apiUrl, token, real: Boolean(realToken) }));
  await Promise.race(services.map((service) => endOf(service)));
}

async function start(
  name: string,
  program: string,
  wantedPort: number,
  environment: Readonly<Record<string, string>>,
): Promise<string> {
  process.stdout.write(`Starting the ${name} … `);
  const file = program === 'api' ? 'src/main.js' : `apps/${program}/main.js`;
  const service = new ChildService(name, file, {
    PORT: String(await freePort(wantedPort)),
    ...environment,
  });
  services.push(service);
  const url = await service.listening;
  console.log(url);
  return url;
}

async function fetchToken(issuerUrl: string): Promise<string> {
  const answer = await fetch(`${issuerUrl}/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${btoa('watch:watch-secret')}` },
    body: new URLSearchParams({ grant_type: 'client_credentials' }),
  });
  const { access_token: token } = (await answer.json()) as { access_token: string };
  return token;
}

async function endOf(service: ChildService): Promise<void> {
  await service.gone();
  if (!stopping) throw new Error(`The ${service.name} ended unexpectedly.`);
}

async function stop(code: number): Promise<void> {
  if (stopping) return;
  stopping = true;
  console.log('\nStopping …');
  await Promise.all(services.map((service) => service.stop()));
  process.exit(code);
}
