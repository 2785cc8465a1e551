import { ecsFormat } from '@elastic/ecs-pino-format';
import { pino, type DestinationStream, type Logger } from 'pino';
import { PinoPretty } from 'pino-pretty';
import { LineBatch } from './line-batch.js';

/** How the log is written: ECS JSON lines for Kibana, or text for a person at a terminal. */
export type LogForm = 'ecs' | 'text';

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const;

export type LogLevel = (typeof LOG_LEVELS)[number];

/** Fields that the text form leaves out; its message says it already. */
const FOR_MACHINES = [
  'pid',
  'hostname',
  'log.logger',
  'http.request.method',
  'http.response.status_code',
  'url.path',
  'event.duration',
  'trace.id',
  'user.id',
];

export interface LoggerOptions {
  readonly form: LogForm;
  readonly level: LogLevel;
  readonly service: { readonly name: string; readonly version: string };
  readonly environment: string;
  /** Where the process runs, on each line. */
  readonly labels: Readonly<Record<string, string>>;
}

/**
 * The process's one logger: Elastic Common Schema lines, or readable text, on stdout.
 *
 * Fields have dotted names (`trace.id`), as the formatter writes its own: Elasticsearch reads them as
 * it does nested ones, and they cost half as much to write. Only `error`, which the formatter makes
 * of `err`, and `labels` are objects.
 * @param destination where the lines go instead
 */
export function createLogger(options: LoggerOptions, destination?: DestinationStream): Logger {
  const { form, level, service, environment, labels } = options;
  if (form === 'text') {
    const toStdout = PinoPretty({
      ignore: FOR_MACHINES.map((field) => field.replaceAll('.', '\\.')).join(),
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
  return pino({ ...format, level }, destination ?? new LineBatch(process.stdout)).child({
    labels,
  });
}
