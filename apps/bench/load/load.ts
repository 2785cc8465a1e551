/** One `GET` that a watch sends. */
export interface WatchRequest {
  readonly path: string;
  readonly token: string;
}

/** What the generator is to do; it travels between processes, so plain data. */
export interface LoadOrder {
  readonly url: string;
  /** A fixed number, not a fixed time: CPU per request is then comparable. */
  readonly amount: number;
  /** Shared out over the connections, each of which repeats its own ones. */
  readonly requests: readonly WatchRequest[];
}

/** What the generator saw; only answers with 200 count as answered. */
export interface LoadResult {
  readonly answered: number;
  readonly failed: number;
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
}

/** What the generator's process replies. */
export type LoadReply = { readonly result: LoadResult } | { readonly error: string };
