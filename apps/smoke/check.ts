/** A complete response. */
export interface SmokeResponse {
  readonly status: number;
  readonly headers: Headers;
  /** The size of the body. */
  readonly bytes: number;
  readonly body: Readonly<Record<string, unknown>>;
}

export interface SmokeRequest {
  readonly path: string;
  /** Replaces the watch's token; empty = none. */
  readonly token?: string;
  /** Send If-None-Match with the ETag of the previous response. */
  readonly revalidate?: true;
}

export interface Check {
  readonly name: string;
  readonly requests: readonly SmokeRequest[];
  /** The faults of the responses as sentences; empty when they are correct. */
  readonly faults: (responses: readonly SmokeResponse[]) => readonly string[];
}
