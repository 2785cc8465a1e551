/**
 * The source failed to answer. Every caller that waits for the same load gets it, in other processes
 * too: only the code and `retryAfterMs` reach those.
 */
export class LoadError extends Error {
  constructor(
    /** Stable; programs decide by it. */
    readonly code: string,
    message: string,
    /** How long the source asks to be left alone. */
    readonly retryAfterMs?: number,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = new.target.name;
  }

  static of(error: unknown): LoadError {
    return error instanceof LoadError
      ? error
      : new LoadError('unexpected', 'the load failed unexpectedly', undefined, { cause: error });
  }
}
