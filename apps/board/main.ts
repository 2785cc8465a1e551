// `npm run board`: runs the demo under a light load with a Prometheus, and prints the current values of the board.
import { readFileSync } from 'node:fs';
import { LocalStack } from '../../packages/local-stack/local-stack.js';
import { currentValues } from './current-values.js';
import { panelQueries, type BoardJson } from './panel-queries.js';
import { PrometheusServer } from './prometheus/prometheus-server.js';
import { WatchTraffic } from './watch-traffic.js';

const BOARD = new URL('../../../helm/mfapi/dashboards/mfapi.json', import.meta.url);
const SHOWN_EVERY_MS = 10_000;
const USERS = 10;
const VARIABLES = {
  job: 'mfapi',
  environment: '.*',
  region: '.*',
  __rate_interval: '30s',
  __range: '1h',
  UPSTREAM_PRICE_PER_1000: '1',
};

if (!PrometheusServer.isInstalled()) {
  console.error(
    'The board needs `prometheus` on the PATH: `apt install prometheus`, `brew install prometheus`,\n' +
      'or https://prometheus.io/download. Without it, `docker compose up --build` brings Grafana too.',
  );
  process.exit(1);
}

const stops: (() => unknown)[] = [];
let stopping = false;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => void stop(0));
}

try {
  await run();
} catch (error) {
  await fail(error);
}

async function run(): Promise<void> {
  const stack = new LocalStack({
    print: (text) => void process.stdout.write(text),
    settings: { ACCWEA_DAILY_BUDGET: '5000' },
  });
  stops.push(() => stack.stop());
  const { apiUrl, issuerUrl, metricsUrl } = await stack.start();
  const prometheus = await PrometheusServer.start({
    job: 'mfapi',
    everySeconds: 2,
    port: 9090,
    targets: [{ url: metricsUrl, labels: { environment: 'dev', region: 'local', pod: 'demo' } }],
  });
  stops.push(() => prometheus.stop());
  const users = Array.from({ length: USERS }, (_, at) => stack.tokenOf(issuerUrl, `watch-${at}`));
  const tokens = await Promise.all(users);
  const traffic = new WatchTraffic({ apiUrls: [apiUrl], tokens, perSecond: 5 });
  stops.unshift(() => traffic.stop());
  void traffic.run();
  const queries = panelQueries(JSON.parse(readFileSync(BOARD, 'utf8')) as BoardJson);
  const show = async (): Promise<void> => {
    const table = await currentValues(queries, prometheus.client, VARIABLES);
    if (process.stdout.isTTY) console.clear();
    console.log(
      `${table}\n\nPrometheus ${prometheus.url}/graph   API ${apiUrl}/docs   Ctrl-C stops everything.`,
    );
  };
  console.log(`Prometheus is at ${prometheus.url}; the first values appear in a few seconds …`);
  const showing = setInterval(() => void show().catch(fail), SHOWN_EVERY_MS);
  stops.unshift(() => clearInterval(showing));
  await stack.ended();
}

async function fail(error: unknown): Promise<void> {
  if (stopping) return;
  console.error(error instanceof Error ? error.message : error);
  await stop(1);
}

async function stop(code: number): Promise<void> {
  if (stopping) return;
  stopping = true;
  console.log('\nStopping …');
  for (const end of stops) await end();
  process.exit(code);
}
