import { describe, expect, it } from '@jest/globals';
import { DeadlineExceededError } from './deadline-exceeded.error.js';
import { withTimeout } from './with-timeout.js';

const never = new Promise<never>(() => undefined);

describe('withTimeout', () => {
  it('returns a value that comes in time', async () => {
    await expect(withTimeout(Promise.resolve('news'), 1_000)).resolves.toBe('news');
  });

  it('returns a value that is already there when no time is left', async () => {
    await expect(withTimeout(Promise.resolve('news'), -1)).resolves.toBe('news');
  });

  it('throws the error of the promise', async () => {
    await expect(withTimeout(Promise.reject(new Error('broken')), 1_000)).rejects.toThrow('broken');
  });

  it.each([5, 0, -5])('throws DeadlineExceededError after %d ms', async (ms) => {
    await expect(withTimeout(never, ms)).rejects.toThrow(DeadlineExceededError);
  });
});
