const LOOK_EVERY_MS = 20;

/**
 * Looks again and again until there is something to see.
 * @throws the last error, or one of its own, when there is nothing within the time
 */
export async function eventually<T>(
  look: () => T | undefined | false | Promise<T | undefined | false>,
  withinMs = 5_000,
): Promise<T> {
  const untilMs = performance.now() + withinMs;
  let last: unknown = new Error(`nothing came within ${withinMs} ms`);
  do {
    try {
      const seen = await look();
      if (seen !== undefined && seen !== false) return seen;
    } catch (error) {
      last = error;
    }
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  } while (performance.now() < untilMs);
  throw last;
}
