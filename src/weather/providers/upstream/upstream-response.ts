/** A complete response of a provider. */
export interface UpstreamResponse {
  readonly status: number;
  /** With lower-case names. */
  readonly headers: Readonly<Record<string, unknown>>;
  /** The decompressed body. */
  readonly text: string;
}
