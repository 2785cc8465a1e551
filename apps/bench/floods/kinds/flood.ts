/** What a flood sends to, and with which tokens. */
export interface FloodTarget {
  /** Of the pod. */
  readonly url: string;
  /** Distinct tokens that verify, as many as the largest flood needs. */
  readonly tokens: readonly string[];
  /** A path that the pod has in memory. */
  readonly warmPath: string;
}

/** How often each outcome was seen: a status, or what happened to a connection. */
export type Outcomes = ReadonlyMap<string, number>;

/** One way to send more than a pod should have to serve. */
export interface Flood {
  readonly name: string;
  /** Requests or connections at full size. */
  readonly amount: number;
  /** Sends `amount` of them; resolves when the last is answered or closed. */
  send(target: FloodTarget, amount: number): Promise<Outcomes>;
}
