/** A response before compression and connection faults. */
export interface SimulatedResponse {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
  /** 0 for errors. */
  readonly maxAgeSeconds: number;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A successful response (facts, section 3, "Headers"). */
export function jsonResponse(body: unknown, maxAgeSeconds: number): SimulatedResponse {
  return {
    status: 200,
    contentType: 'application/json; charset=utf-8',
    body: JSON.stringify(body),
    maxAgeSeconds,
  };
}

/** A response that must not be cached. */
export function uncacheableResponse(
  status: number,
  contentType: string,
  body: string,
): SimulatedResponse {
  return { status, contentType, body, maxAgeSeconds: 0 };
}
