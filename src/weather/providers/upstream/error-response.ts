/** An answer that is no 200, as far as it could be read. */
export interface ErrorResponse {
  readonly status: number;
  /** The parsed body; null when it is empty, undefined when it is no JSON. Never logged: it may hold the key. */
  readonly body: unknown;
  readonly retryAfterMs: number | undefined;
}
