/** The attribution that must be shown, as a link, next to the weather. */
export interface Attribution {
  readonly name: string;
  readonly url: string;
  /** Licence for redistribution; null under a contract. */
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
