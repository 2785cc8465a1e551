import { ecsFormat } from '@elastic/ecs-pino-format';
import { pino, type DestinationStream, type Logger } from 'pino';
import { PinoPretty } from 'pino-pretty';
import { LineBatch } from './line-batch.js';

/** How the log is written: ECS JSON lines for Kibana, or text for a person at a terminal. */
export type LogForm = 'ecs' | 'text';

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const;

export type LogLevel = (typeof LOG_LEVELS)[number];

/** The fields of the text form. */
const TEXT_FIELDS = ['time', 'level', 'msg', 'err', 'error.code', 'error.stack_trace'];

/** The form of log lines, and the fields of the process on each line. */
export interface LoggerOptions {
  readonly form: LogForm;
  readonly level: LogLevel;
  readonly service: { readonly name: string; readonly version: string };
  readonly environment: string;
  /** Where the process runs, on each line, as ECS `labels`. */
  readonly labels: Readonly<Record<string, string>>;
}

/**
 * The process's one logger: Elastic Common Schema lines, or readable text, on stdout.
 *
 * Fields have dotted names (`trace.id`), like those of the formatter: Elasticsearch treats them like
 * nested ones, and they cost half as much to write. Only `error`, which the formatter makes of `err`,
 * is an object.
 * @param destination replaces stdout
 */
export function createLogger(options: LoggerOptions, destination?: DestinationStream): Logger {
  const { form, level, service, environment, labels } = options;
  if (form === 'text') {
    const toStdout = PinoPretty({
      include: TEXT_FIELDS.map((field) => field.replaceAll('.', '\\.')).join(),
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
  const onEachLine = Object.fromEntries(
    Object.entries(labels).map(([name, value]) => [`labels.${name}`, value]),
  );
  return pino({ ...format, level }, destination ?? new LineBatch(process.stdout)).child(onEachLine);
}
