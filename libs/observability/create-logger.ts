import { ecsFormat } from '@elastic/ecs-pino-format';
import { pino, type DestinationStream, type Logger } from 'pino';
import { PinoPretty } from 'pino-pretty';

/** How the log is written: ECS JSON lines for Kibana, or text for a person at a terminal. */
export type LogForm = 'ecs' | 'text';

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const;

export type LogLevel = (typeof LOG_LEVELS)[number];

export interface LoggerOptions {
  readonly form: LogForm;
  readonly level: LogLevel;
  readonly service: { readonly name: string; readonly version: string };
  readonly environment: string;
  /** Where the process runs, on each line. */
  readonly labels: Readonly<Record<string, string>>;
}

/** A write per line costs as much as half a request; nobody reads a log faster than this. */
const BATCHED = { sync: false, minLength: 4096, periodicFlush: 200 };

/**
 * The process's one logger: Elastic Common Schema lines, or readable text, on stdout.
 * @param destination where the lines go instead
 */
export function createLogger(options: LoggerOptions, destination?: DestinationStream): Logger {
  const { form, level, service, environment, labels } = options;
  if (form === 'text') {
    const toStdout = PinoPretty({
      ignore: 'pid,hostname,log,http,url,event,trace,user',
      sync: true,
    });
    return pino({ level, base: null }, destination ?? toStdout);
  }
  const format = ecsFormat({
    serviceName: service.name,
    serviceVersion: service.version,
    serviceEnvironment: environment,
    apmIntegration: false,
  });
  return pino({ ...format, level }, destination ?? pino.destination(BATCHED)).child({
    labels,
  });
}
