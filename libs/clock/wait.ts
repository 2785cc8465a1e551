/**
 * Resolves after `ms`, without keeping the process alive. Uses the global timer, which fake timers can
 * replace, unlike `node:timers/promises`.
 */
export function wait(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms).unref();
  });
}
