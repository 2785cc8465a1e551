import { freePort } from '../../packages/local-server/free-port.js';
import { LocalStack } from '../../packages/local-stack/local-stack.js';
import { createControls } from './controls/create-controls.js';
import { LocalRedis } from '../../packages/local-redis/local-redis.js';
import { LiveLine } from './counters/live-line.js';
import { SIMULATED_SETTINGS } from './simulated-settings.js';
import { WatchPage } from './watch/watch-page.js';
import { welcome } from './welcome.js';

const redis = await LocalRedis.find();
const stack = new LocalStack({
  print: (text) => void process.stdout.write(text),
  environment: process.env,
  settings: redis ? { REDIS_URL: redis.url } : {},
  simulatedSettings: SIMULATED_SETTINGS,
});
let page: WatchPage | undefined;
let counters: LiveLine | undefined;
let stopping = false;

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => void stop(0));
}

try {
  await redis?.start();
  const urls = await stack.start();
  const { apiUrl, issuerUrl, metricsUrl } = urls;
  page = new WatchPage({
    apiUrl,
    metricsUrl,
    tokenOf: (user) => stack.tokenOf(issuerUrl, user),
    controls: createControls({ ...urls, redis }),
    port: await freePort(3001),
  });
  const pageUrl = await page.start();
  const token = await stack.tokenOf(issuerUrl);
  console.log(welcome({ apiUrl, pageUrl, token, real: urls.simulatorUrl === undefined }));
  counters = new LiveLine(metricsUrl, process.stdout);
  counters.start();
  await stack.ended();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  await stop(1);
}

async function stop(code: number): Promise<void> {
  if (stopping) return;
  stopping = true;
  console.log('\nStopping …');
  counters?.stop();
  await page?.stop();
  await stack.stop();
  await redis?.stop();
  process.exit(code);
}
