/** Connection settings of an official feed. */
export interface FeedOptions {
  /** Base URL, with or without a trailing slash. */
  readonly url: string;
  readonly userAgent: string;
}
