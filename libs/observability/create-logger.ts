import { ecsFormat } from '@elastic/ecs-pino-format';
import { pino, type DestinationStream, type Logger } from 'pino';
import { PinoPretty } from 'pino-pretty';
import { LineBatch } from './line-batch.js';

/** How the log is written: ECS JSON lines for Kibana, or text for a person at a terminal. */
export type LogForm = 'ecs' | 'text';

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const;

export type LogLevel = (typeof LOG_LEVELS)[number];

/** All that the text form shows: the message says the rest, or nobody at a terminal asks. */
const TEXT_FIELDS = ['time', 'level', 'msg', 'err', 'error.code', 'error.stack_trace'];

/** How lines look, and what each of them says of the process. */
export interface LoggerOptions {
  readonly form: LogForm;
  readonly level: LogLevel;
  readonly service: { readonly name: string; readonly version: string };
  readonly environment: string;
  /** Where the process runs, on each line; under `labels`, ECS's place for an application's own words. */
  readonly labels: Readonly<Record<string, string>>;
}

/**
 * The process's one logger: Elastic Common Schema lines, or readable text, on stdout.
 *
 * Fields have dotted names (`trace.id`), as the formatter writes its own: Elasticsearch reads them as
 * it does nested ones, and they cost half as much to write. Only `error`, which the formatter makes
 * of `err`, is an object.
 * @param destination where the lines go instead
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
