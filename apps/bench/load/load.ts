/** One `GET` request of a watch. */
export interface WatchRequest {
  readonly path: string;
  /** The field `Authorization`. */
  readonly authorization: string;
  readonly ifNoneMatch?: string;
}

/** A job for the generator; plain data, because it is sent between processes. */
export interface LoadOrder {
  readonly url: string;
  /** A fixed number instead of a fixed time makes CPU per request comparable. A multiple of `CONNECTIONS`. */
  readonly amount: number;
  /** Distributed over the connections; each repeats its share until `amount` is reached. */
  readonly requests: readonly WatchRequest[];
  /** The status of every response; another one fails the job. */
  readonly status: number;
  /** Whether the generator spins instead of sleeping until the next response. */
  readonly keepAwake?: boolean;
  /** A steady rate; without it, as fast as the server answers. */
  readonly perSecond?: number;
}

/** The result of a job. */
export interface LoadResult {
  /** Responses with another status, and requests without a response. */
  readonly failed: number;
  /** Received, header fields included. */
  readonly responseBytes: number;
}

/** The reply of the generator process. */
export type LoadReply = { readonly result: LoadResult } | { readonly error: string };

export const CONNECTIONS = 16;

/** The header fields of a request. */
export function headersOf({ authorization, ifNoneMatch }: WatchRequest): Record<string, string> {
  return {
    authorization,
    ...(ifNoneMatch === undefined ? {} : { 'if-none-match': ifNoneMatch }),
  };
}
