import { DeadlineExceededError } from './deadline-exceeded.error.js';

/**
 * Waits for a promise, but not longer than `ms`. What the promise stands for goes on.
 * @throws DeadlineExceededError
 */
export async function within<T>(promise: Promise<T>, ms: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new DeadlineExceededError(ms)), Math.max(0, ms));
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
