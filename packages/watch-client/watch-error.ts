import type { Failure, Problem } from './exchange/outcome.js';

/** Why there is no answer, or no newer one. */
export class WatchError extends Error {
  override readonly name = 'WatchError';
  /** As in `Failure`: the problem's, or `unreachable`, `no-token`, `unreadable`. */
  readonly code: string;
  /** HTTP status; null when no answer came. */
  readonly status: number | null;
  /** What the service said (RFC 9457); null when it said nothing of that form. */
  readonly problem: Problem | null;

  /** @param askAgainAtMs the service is not asked before; milliseconds since the epoch */
  constructor(
    failure: Failure,
    readonly askAgainAtMs: number,
  ) {
    const { code, status, problem, cause } = failure;
    super(problem?.detail ?? code, { cause });
    this.code = code;
    this.status = status;
    this.problem = problem;
  }
}
