const POLL_INTERVAL_MS = 20;

/**
 * Polls until `look` returns something other than undefined or false.
 * @throws the last error of `look`, or a timeout error, after `withinMs`
 */
export async function eventually<T>(
  look: () => T | undefined | false | Promise<T | undefined | false>,
  withinMs = 5_000,
): Promise<T> {
  const untilMs = performance.now() + withinMs;
  let last: unknown = new Error(`timed out after ${withinMs} ms`);
  do {
    try {
      const seen = await look();
      if (seen !== undefined && seen !== false) return seen;
    } catch (error) {
      last = error;
    }
    await new Promise((resolve) => setTimeout(resolve, POLL_INTERVAL_MS));
  } while (performance.now() < untilMs);
  throw last;
}
