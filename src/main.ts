import type { NestFastifyApplication } from '@nestjs/platform-fastify';
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
let app: NestFastifyApplication | undefined;
let stopping = false;
process.on('SIGTERM', () => void stop('SIGTERM', config.drainSeconds));
process.on('SIGINT', () => void stop('SIGINT', 0));

for (const name of unheededIn(process.env)) {
  logger.warn(`${name} is set, but this release does not act on it yet.`);
}
app = await createApp(config, logger);
await app.listen(config.port, '0.0.0.0');
logger.info(`${ABOUT.name} ${ABOUT.version} listening on ${await app.getUrl()}`);

async function stop(signal: string, drainSeconds: number): Promise<void> {
  if (stopping) return;
  stopping = true;
  logger.info(`${signal}: draining for ${drainSeconds} s`);
  if (app) {
    const [server, drain] = [app.getHttpServer(), app.get(Drain)];
    await stopGracefully({ server, drain, drainMs: drainSeconds * 1000 });
    await app.close();
  }
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
