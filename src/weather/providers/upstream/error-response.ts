/** A response with a status other than 200. */
export interface ErrorResponse {
  readonly status: number;
  /** The parsed body; null when empty, undefined when not valid JSON. Never log it: it may contain the key. */
  readonly body: unknown;
  readonly retryAfterMs: number | undefined;
}
