/** A wait that took longer than its caller could bear. */
export class DeadlineExceededError extends Error {
  constructor(waitedMs: number) {
    super(`no answer within ${Math.round(waitedMs)} ms`);
    this.name = 'DeadlineExceededError';
  }
}

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
