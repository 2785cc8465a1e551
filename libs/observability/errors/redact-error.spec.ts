import { expect, it } from '@jest/globals';
import { redactError } from './redact-error.js';

const AT = 'lt=48.870512&lg=2.304912';

it('keeps what it is, where it came from, and the plain words of what it says', () => {
  const error = new TypeError(`cannot divide ${AT} by zero`);
  const { name, message, stack = '' } = redactError(error);

  expect([name, message]).toEqual(['TypeError', 'cannot divide … by zero']);
  expect(stack).toMatch(/^TypeError: cannot divide … by zero\n {4}at .*harmless-error\.spec/);
  expect(stack).not.toContain('48.87');
});

it('loses no frame, and all lines of what it says', () => {
  const error = new Error(`first ${AT}\nsecond ${AT}`);
  const { stack = '' } = redactError(error);

  expect(stack.match(/\n {4}at /g)).toEqual(error.stack?.match(/\n {4}at /g));
  expect(stack).not.toContain('48.87');
});

it('tells its cause, and the cause of that, in the same way', () => {
  const deep = new RangeError(AT);
  const error = new Error('outer', { cause: new Error(`inner ${AT}`, { cause: deep }) });
  const { stack = '' } = redactError(error);

  expect(stack).toMatch(
    /\ncaused by Error: inner …\n {4}at [^]*\ncaused by RangeError: …\n {4}at /,
  );
  expect(stack).not.toContain('48.87');
});

it('comes to an end with an error that is its own cause', () => {
  const error = new Error('round');
  error.cause = error;

  expect(redactError(error).stack?.match(/caused by/g)).toHaveLength(5);
});

it.each([
  ['a text', `at ${AT}`, 'at …'],
  ['nothing', undefined, 'undefined'],
])('makes an error of %s that was thrown', (_what, thrown, message) => {
  expect(redactError(thrown).message).toBe(message);
});
