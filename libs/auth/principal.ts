/** Who is calling, as a verified token says. */
export interface Principal {
  /** `sub`: the user, stable over its tokens. */
  readonly subject: string;
  readonly scopes: ReadonlySet<string>;
}
