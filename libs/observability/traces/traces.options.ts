/** Where spans go, how many, and from whom. */
export interface TracesOptions {
  /** Base URL of a collector that takes OTLP over HTTP; `/v1/traces` is added. */
  readonly endpoint: string;
  /** Of the traces that begin here, in [0, 1]. A caller's own decision is obeyed. */
  readonly sampledShare: number;
  /** Who tells, in names of the semantic conventions (`service.name`). */
  readonly resource: Readonly<Record<string, string>>;
}
