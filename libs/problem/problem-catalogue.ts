/** What one error code becomes over HTTP. */
export interface ProblemKind {
  readonly status: number;
  readonly title: string;
}

/**
 * The application's table from error code to problem. The last segment of a problem's `type` is the
 * code. DI token: the application provides its own table.
 */
export abstract class ProblemCatalogue {
  /** Undefined for a code that the application does not know. */
  abstract find(code: string): ProblemKind | undefined;
}
