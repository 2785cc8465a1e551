/** Where reports go, and the release and place they name. */
export interface SentryOptions {
  /** https://docs.sentry.io/concepts/key-terms/dsn-explainer/ */
  readonly dsn: string;
  /** `name@version` */
  readonly release: string;
  readonly environment: string;
  /** Where the process runs. */
  readonly tags: Readonly<Record<string, string>>;
  /** The present secrets, which no report may contain. */
  readonly secrets: () => readonly string[];
}
