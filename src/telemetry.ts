import { unescape } from 'node:querystring';
import { startErrorReports } from '@app/observability/errors/start-error-reports.js';
import type { Telemetry } from '@app/observability/telemetry.module.js';
import { startTraces } from '@app/observability/traces/start-traces.js';
import { ABOUT } from './about.js';
import type { Config } from './config/config.js';
import { Secret } from './config/secret.js';

/** Starts the error reports and traces that the environment configures. */
export async function startTelemetry(config: Config): Promise<Telemetry> {
  return {
    errors: await startErrorReports(sentryOf(config)),
    traces: await startTraces(collectorOf(config)),
  };
}

function sentryOf(config: Config): Parameters<typeof startErrorReports>[0] {
  const { sentryDsn, env: environment, region } = config;
  if (!sentryDsn) return undefined;
  const secrets = Object.values(config).filter((value) => value instanceof Secret);
  return {
    dsn: sentryDsn.reveal(),
    release: `${ABOUT.name}@${ABOUT.version}`,
    environment,
    tags: { region },
    secrets: () => secrets.flatMap((secret) => secretsIn(secret.reveal())),
  };
}

/** A text and, when it is a URL with a password, the password as written and decoded. */
function secretsIn(text: string): string[] {
  const { password = '' } = URL.canParse(text) ? new URL(text) : {};
  return password === '' ? [text] : [text, password, unescape(password)];
}

function collectorOf(config: Config): Parameters<typeof startTraces>[0] {
  const { otlpEndpoint: endpoint, tracesSampler, tracesSamplerArg, env, region } = config;
  if (!endpoint) return undefined;
  return {
    endpoint,
    sampledShare: tracesSampler === 'parentbased_traceidratio' ? tracesSamplerArg : 1,
    resource: {
      'service.name': ABOUT.name,
      'service.version': ABOUT.version,
      'deployment.environment.name': env,
      'cloud.region': region,
    },
  };
}
