/**
 * The source failed to answer. Every caller that waits for the same load gets it, in other processes
 * too: only the code and `retryAfterMs` reach those.
 */
export class LoadError extends Error {
  /** How long the source would fail the same way again, so that it need not be asked; 0 = unknown. */
  readonly negativeTtlMs: number = 0;

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
