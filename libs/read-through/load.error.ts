/**
 * The source could not answer. Everyone who waits for the same answer gets it, in other processes
 * too: there the code and the wait are what is left of it.
 */
export class LoadError extends Error {
  /** How long the source would say the same again, so that it need not be asked; 0 = it may not. */
  readonly standsForMs: number = 0;

  constructor(
    /** Stable, for whoever decides by it. */
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
