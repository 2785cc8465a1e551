/** What must be shown beside the weather, linked, about its provider. */
export interface Attribution {
  readonly name: string;
  readonly url: string;
  /** Terms under which the data may be passed on; null for a contract of our own. */
  readonly licenceUrl: string | null;
}

/** Who a provider is: all that an answer says of it. */
export interface ProviderIdentity {
  /** In bodies (`origin`), metrics, logs and Redis keys. */
  readonly name: string;
  /** For people: in a glance and in the log. */
  readonly shortName: string;
  readonly attribution: Attribution;
}
