import { expect, it } from '@jest/globals';
import { redactError } from './redact-error.js';

const AT = 'lt=48.870512&lg=2.304912';

it('redactError keeps the type, the stack and the words of the message', () => {
  const error = new TypeError(`cannot divide ${AT} by zero`);
  const { name, message, stack = '' } = redactError(error);

  expect([name, message]).toEqual(['TypeError', 'cannot divide … by zero']);
  expect(stack).toMatch(/^TypeError: cannot divide … by zero\n {4}at .*redact-error\.spec/);
  expect(stack).not.toContain('48.87');
});

it('redactError keeps all frames and redacts all lines of the message', () => {
  const error = new Error(`first ${AT}\nsecond ${AT}`);
  const { stack = '' } = redactError(error);

  expect(stack.match(/\n {4}at /g)).toEqual(error.stack?.match(/\n {4}at /g));
  expect(stack).not.toContain('48.87');
});

it('redactError appends the redacted causes', () => {
  const deep = new RangeError(AT);
  const error = new Error('outer', { cause: new Error(`inner ${AT}`, { cause: deep }) });
  const { stack = '' } = redactError(error);

  expect(stack).toMatch(
    /\ncaused by Error: inner …\n {4}at [^]*\ncaused by RangeError: …\n {4}at /,
  );
  expect(stack).not.toContain('48.87');
});

it('redactError stops at an error that is its own cause', () => {
  const error = new Error('round');
  error.cause = error;

  expect(redactError(error).stack?.match(/caused by/g)).toHaveLength(5);
});

it.each([
  ['text', `at ${AT}`, 'at …'],
  ['undefined', undefined, 'undefined'],
])('redactError makes an Error of a thrown %s', (_what, thrown, message) => {
  expect(redactError(thrown).message).toBe(message);
});
