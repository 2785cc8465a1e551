import { Drain } from '@app/health/drain.js';
import { stopGracefully } from '@app/health/graceful-stop.js';
import { createLogger } from '@app/observability/create-logger.js';
import { ABOUT } from './about.js';
import { InvalidConfigError, loadConfig, type Config } from './config/config.js';
import { unheededIn } from './config/unheeded.js';
import { createApp } from './create-app.js';

const config = readConfigOrExit();
const logger = createLogger({
  form: config.env === 'dev' ? 'text' : 'ecs',
  level: config.logLevel,
  service: ABOUT,
  environment: config.env,
  labels: { region: config.region },
});
for (const name of unheededIn(process.env)) {
  logger.warn(`${name} is set, but this release does not act on it yet.`);
}
const app = await createApp(config, logger);
await app.listen(config.port, '0.0.0.0');
logger.info(`${ABOUT.name} ${ABOUT.version} listening on ${await app.getUrl()}`);

for (const [signal, drainSeconds] of [
  ['SIGTERM', config.drainSeconds],
  ['SIGINT', 0],
] as const) {
  process.once(signal, () => void stop(signal, drainSeconds));
}

async function stop(signal: string, drainSeconds: number): Promise<void> {
  logger.info(`${signal}: draining for ${drainSeconds} s`);
  const [server, drain] = [app.getHttpServer(), app.get(Drain)];
  await stopGracefully({ server, drain, drainMs: drainSeconds * 1000 });
  await app.close();
  logger.info('stopped');
  process.exit(0);
}

function readConfigOrExit(): Config {
  try {
    return loadConfig(process.env);
  } catch (error) {
    if (!(error instanceof InvalidConfigError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}
