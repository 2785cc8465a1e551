/** One `GET` request of a watch. */
export interface WatchRequest {
  readonly path: string;
  readonly token: string;
}

/** A job for the generator; plain data, because it is sent between processes. */
export interface LoadOrder {
  readonly url: string;
  /** A fixed number instead of a fixed time makes CPU per request comparable. */
  readonly amount: number;
  /** Distributed over the connections; each repeats its share. */
  readonly requests: readonly WatchRequest[];
}

/** The result of a job; only 200 counts as answered. */
export interface LoadResult {
  readonly answered: number;
  readonly failed: number;
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
}

/** The reply of the generator process. */
export type LoadReply = { readonly result: LoadResult } | { readonly error: string };
