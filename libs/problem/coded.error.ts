/** One fault of a request, as listed in a problem's `errors`. */
export interface Fault {
  readonly parameter: string;
  readonly detail: string;
}

/** Values of `RateLimit-Policy` and `RateLimit` (draft-ietf-httpapi-ratelimit-headers). */
export interface RateLimitFields {
  readonly policy: string;
  readonly limit: string;
}

/**
 * An expected failure with a stable machine code. It knows no HTTP: the problem catalogue of the
 * application says which status and title a code becomes. `message` is shown to the client.
 */
export abstract class CodedError extends Error {
  abstract readonly code: string;
  readonly faults: readonly Fault[] = [];
  /** When asking again may help, in whole seconds. */
  readonly retryAfterSeconds: number | undefined = undefined;
  /** Value of `WWW-Authenticate`, for errors about the caller's identity (RFC 6750 section 3). */
  readonly challenge: string | undefined = undefined;
  /** For errors about how much the caller asks. */
  readonly rateLimit: RateLimitFields | undefined = undefined;

  /** For errors about the method: those that the resource supports. */
  readonly allowedMethods: readonly string[] | undefined = undefined;

  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
  }
}
