/** Where spans go, how many are sampled, and the resource that they name. */
export interface TracesOptions {
  /** Base URL of a collector that takes OTLP over HTTP; `/v1/traces` is added. */
  readonly endpoint: string;
  /** Share of the requests that are traced, in [0, 1]. A caller can only ask not to be traced. */
  readonly sampledShare: number;
  /** Attributes of the process by the semantic conventions (`service.name`). */
  readonly resource: Readonly<Record<string, string>>;
}
