import { format } from 'node:util';
import type { LoggerService } from '@nestjs/common';
import type { Logger } from 'pino';
import { printable, printableError } from './errors/printable-text.js';

/** Contexts of Nest's own startup messages, which are logged as `debug`. */
const STARTUP_CONTEXTS = new Set([
  'NestFactory',
  'InstanceLoader',
  'RoutesResolver',
  'RouterExplorer',
]);

const STACK = /\n\s+at /;

/**
 * Lets Nest's `Logger` write through pino. A message may be text or an object of log fields (with
 * the error in `err`). Of the other parameters, one that looks like a stack is the stack, and the last
 * of the rest is the context that Nest appends. Texts become printable here, because an error may quote what another
 * server sent.
 */
export class NestLogger implements LoggerService {
  constructor(private readonly pino: Logger) {}

  log(message: unknown, ...rest: unknown[]): void {
    this.write(STARTUP_CONTEXTS.has(String(rest.at(-1))) ? 'debug' : 'info', message, rest);
  }

  fatal(message: unknown, ...rest: unknown[]): void {
    this.write('fatal', message, rest);
  }

  error(message: unknown, ...rest: unknown[]): void {
    this.write('error', message, rest);
  }

  warn(message: unknown, ...rest: unknown[]): void {
    this.write('warn', message, rest);
  }

  debug(message: unknown, ...rest: unknown[]): void {
    this.write('debug', message, rest);
  }

  verbose(message: unknown, ...rest: unknown[]): void {
    this.write('trace', message, rest);
  }

  private write(
    level: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace',
    message: unknown,
    rest: unknown[],
  ): void {
    const texts = rest.filter((one) => typeof one === 'string');
    const context = texts.findLast((text) => !STACK.test(text));
    const stack = message instanceof Error ? undefined : texts.find((text) => STACK.test(text));
    const fields = {
      ...(context === undefined ? {} : { 'log.logger': context }),
      ...(stack === undefined ? {} : { 'error.stack_trace': stack }),
    };
    if (message instanceof Error) {
      this.pino[level]({ ...fields, err: printableError(message) }, printable(message.message));
    } else if (typeof message === 'object' && message !== null) {
      const { message: text, err, ...others } = message as { message?: string; err?: unknown };
      this.pino[level]({ ...fields, ...others, ...errorField(err) }, text && printable(text));
    } else {
      this.pino[level](fields, printable(String(message)));
    }
  }
}

/** Anything can be thrown; a value that is not an Error would become a field that ECS does not know. */
function errorField(err: unknown): { err?: Error } {
  if (err === undefined) return {};
  return { err: printableError(err instanceof Error ? err : new Error(format('%s', err))) };
}
