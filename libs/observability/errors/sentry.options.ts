/** Where reports go, and what each of them says of the process. */
export interface SentryOptions {
  /** https://docs.sentry.io/concepts/key-terms/dsn-explainer/ */
  readonly dsn: string;
  /** `name@version` */
  readonly release: string;
  readonly environment: string;
  /** Where the process runs. */
  readonly tags: Readonly<Record<string, string>>;
  /** What no report may hold, as it is at this moment. */
  readonly secrets: () => readonly string[];
}
