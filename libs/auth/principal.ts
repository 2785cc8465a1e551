/** The authenticated user, from a verified token. */
export interface Principal {
  /** `sub`: the user, the same in all their tokens. */
  readonly subject: string;
  /** Whether the token grants the scope of `AuthOptions`. */
  readonly hasScope: boolean;
  /** Whether the token was issued to one of the `probeClients` of `AuthOptions`. */
  readonly isProbe: boolean;
}
