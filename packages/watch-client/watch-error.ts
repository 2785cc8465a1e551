import type { Failure, Problem } from './http/http-result.js';

/** Why there is no weather, or no newer one. */
export class WatchError extends Error {
  override readonly name = 'WatchError';
  /** As in `Failure`: the problem's, or `unreachable`, `no-token`, `unreadable`. */
  readonly code: string;
  /** HTTP status; null without a response. */
  readonly status: number | null;
  /** The problem document of the service (RFC 9457); null without one. */
  readonly problem: Problem | null;

  /** @param nextRequestAtMs no request is sent before this time; milliseconds since the epoch */
  constructor(
    failure: Failure,
    readonly nextRequestAtMs: number,
  ) {
    const { code, status, problem, cause } = failure;
    super(problem?.detail ?? code, { cause });
    this.code = code;
    this.status = status;
    this.problem = problem;
  }
}
