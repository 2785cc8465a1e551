import type { Failure } from '../exchange/outcome.js';

const FIRST_WAIT_MS = 30_000;
const LONGEST_WAIT_MS = 15 * 60_000;
/** What is asked is wrong, not the moment. */
const HOPELESS_WAIT_MS = 60 * 60_000;
const HOPELESS: readonly (number | null)[] = [400, 403, 404];

/**
 * How long not to ask again, in ms; spread by chance, so that watches that failed together do not
 * come back together. Never shorter than the service asks, and doubling where it does not say.
 * @param inARow how many failures there were in a row, this one included
 */
export function waitAfter(failure: Failure, inARow: number, random: () => number): number {
  if (failure.retryAfterMs !== null) return failure.retryAfterMs * (1 + random() / 2);
  if (HOPELESS.includes(failure.status)) return HOPELESS_WAIT_MS * (1 + random() / 2);
  const longestMs = Math.min(FIRST_WAIT_MS * 2 ** (inARow - 1), LONGEST_WAIT_MS);
  return longestMs * (0.5 + random() / 2);
}
