/**
 * Resolves when so many milliseconds are over; alone it keeps no process alive. By the global timer, so that
 * tests can let the time pass: those of `node:timers/promises` they cannot replace.
 */
export function wait(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms).unref();
  });
}
