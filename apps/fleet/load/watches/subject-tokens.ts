import type { TokenSource } from '../../../../packages/watch-client/http/token-cache.js';

/** The tokens of the watches of a run. */
export interface SubjectTokens {
  /** How many different users the tokens are of, at most. */
  readonly subjects: number;
  /** Gets all tokens before the run starts. @throws when one cannot be fetched */
  prepare(report: (ready: number) => void): Promise<void>;
  /** For the client of a watch. */
  sourceOf(watch: number): TokenSource;
}

/**
 * The expiry that the clients are told. A watch's clock is put forward, so that a true expiry would pass at once; a token
 * that has really expired is replaced after the service's 401.
 */
export const UNTIL_REJECTED_MS = Number.POSITIVE_INFINITY;
