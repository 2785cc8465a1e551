import { format } from 'node:util';
import { redact } from './redact-text.js';

const FRAME = /^ {4}at /;
/** A cause may be its own cause. */
const MAX_CAUSES = 5;

/**
 * A copy of an error that nobody foresaw, for the log: type and stack as they are, what it says, and
 * what its causes say, made harmless. Libraries write errors with all that they were given.
 */
export function redactError(error: unknown, causes = MAX_CAUSES): Error {
  if (!(error instanceof Error)) return new Error(redact(format('%s', error)));
  const { name, message, stack = '', cause } = error;
  const copy = new Error(redact(message));
  // As a class of its own: the log tells an error's type by it.
  Object.defineProperty(copy, 'name', { value: name });
  const frames = stack.split('\n').filter((line) => FRAME.test(line));
  // The log writes a stack, but no causes.
  const isCaused = cause !== undefined && causes > 0;
  const reason = isCaused ? [`caused by ${redactError(cause, causes - 1).stack}`] : [];
  copy.stack = [`${name}: ${copy.message}`, ...frames, ...reason].join('\n');
  return copy;
}
