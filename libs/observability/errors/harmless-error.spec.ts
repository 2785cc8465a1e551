import { expect, it } from '@jest/globals';
import { harmlessError } from './harmless-error.js';

const AT = 'lt=48.870512&lg=2.304912';

it('keeps what it is, where it came from, and the plain words of what it says', () => {
  const error = new TypeError(`cannot divide ${AT} by zero`);
  const { name, message, stack = '' } = harmlessError(error);

  expect([name, message]).toEqual(['TypeError', 'cannot divide … by zero']);
  expect(stack).toMatch(/^TypeError: cannot divide … by zero\n {4}at .*harmless-error\.spec/);
  expect(stack).not.toContain('48.87');
});

it('loses no frame, and all lines of what it says', () => {
  const error = new Error(`first ${AT}\nsecond ${AT}`);
  const { stack = '' } = harmlessError(error);

  expect(stack.match(/\n {4}at /g)).toEqual(error.stack?.match(/\n {4}at /g));
  expect(stack).not.toContain('48.87');
});

it('does the same to its cause, and to the cause of that', () => {
  const deep = new RangeError(AT);
  const error = new Error('outer', { cause: new Error(`inner ${AT}`, { cause: deep }) });
  const cause = harmlessError(error).cause as Error;

  expect(cause.message).toBe('inner …');
  expect((cause.cause as Error).name).toBe('RangeError');
  expect((cause.cause as Error).message).toBe('…');
});

it.each([
  ['a text', `at ${AT}`, 'at …'],
  ['nothing', undefined, 'undefined'],
])('makes an error of %s that was thrown', (_what, thrown, message) => {
  expect(harmlessError(thrown).message).toBe(message);
});
