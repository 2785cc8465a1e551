import type { AddressInfo } from 'node:net';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Drain } from '@app/health/drain.js';
import { stopGracefully } from '@app/health/graceful-stop.js';
import { anyAddress } from '@app/listening/any-address.js';
import { urlOf } from '@app/listening/url-of.js';
import { createLogger } from '@app/observability/create-logger.js';
import { redactError } from '@app/observability/errors/redact-error.js';
import type { Telemetry } from '@app/observability/telemetry.module.js';
import { ABOUT } from './about.js';
import { loadConfig, type Config } from './config/config.js';
import { InvalidConfigError } from './config/invalid-config.error.js';
import { logFormOf } from './config/log-form.js';
import { createApp } from './create-app.js';
import { startTelemetry } from './telemetry.js';

const config = readConfigOrExit();
const logger = createLogger({
  form: logFormOf(config),
  level: config.logLevel,
  service: ABOUT,
  environment: config.env,
  labels: { region: config.region },
});
let telemetry: Telemetry = {};
let app: NestFastifyApplication | undefined;
let stopping = false;
process.on('SIGTERM', () => void stop('SIGTERM', config.drainSeconds));
process.on('SIGINT', () => void stop('SIGINT', 0));
// Node would open its inspector, which reads everything in this process. The image forbids it from the first instruction
// on (`--disable-sigusr1`), which Node 20 does not know.
process.on('SIGUSR1', () => logger.warn('SIGUSR1 is ignored: it does not open the inspector.'));
process.on('uncaughtException', (error) => void fail(error));

telemetry = await startTelemetry(config);
app = await createApp(config, logger, telemetry);
await app.listen(config.port, config.host ?? (await anyAddress()));
const bound = app.getHttpServer().address() as AddressInfo;
logger.info(
  `${ABOUT.name} ${ABOUT.version} listening on ${urlOf(bound)} (address ${bound.address})`,
);

async function stop(signal: string, drainSeconds: number): Promise<void> {
  if (stopping) return;
  stopping = true;
  logger.info(`${signal}: draining for ${drainSeconds} s`);
  if (app) {
    const [server, drain] = [app.getHttpServer(), app.get(Drain)];
    await stopGracefully({ server, drain, drainMs: drainSeconds * 1000 });
    await app.close();
  }
  await Promise.all([telemetry.errors?.stop(), telemetry.traces?.stop()]);
  logger.info('stopped');
  process.exit();
}

/**
 * An uncaught exception leaves the process in an unknown state. It shuts down as on SIGTERM, because
 * the other requests are not affected. A second one ends the process at once.
 */
async function fail(error: unknown): Promise<void> {
  logger.fatal({ err: redactError(error) }, 'Uncaught exception; shutting down.');
  if (process.exitCode === 1) process.exit();
  process.exitCode = 1;
  telemetry.errors?.report(error, { fatal: true });
  await stop('uncaught error', app ? config.drainSeconds : 0);
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
