import { format } from 'node:util';
import { redact } from './redact-text.js';

const FRAME = /^ {4}at /;
/** A cause can be its own cause. */
const MAX_CAUSES = 5;

/**
 * A copy of an unexpected error for the log: type and stack as they are, its message and those of its
 * causes redacted. Messages of libraries can contain their input.
 */
export function redactError(error: unknown, causes = MAX_CAUSES): Error {
  if (!(error instanceof Error)) return new Error(redact(format('%s', error)));
  const { name, message, stack = '', cause } = error;
  const copy = new Error(redact(message));
  // The logger takes the error type from it.
  Object.defineProperty(copy, 'name', { value: name });
  const frames = stack.split('\n').filter((line) => FRAME.test(line));
  // The logger writes the stack, but no causes.
  const hasCause = cause !== undefined && causes > 0;
  const causeText = hasCause ? [`caused by ${redactError(cause, causes - 1).stack}`] : [];
  copy.stack = [`${name}: ${copy.message}`, ...frames, ...causeText].join('\n');
  return copy;
}
