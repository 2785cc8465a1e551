/** What a drill gets: an issuer that runs, and where to report. */
export interface Drill {
  readonly issuerUrl: string;
  /** Of a watch. */
  readonly token: string;
  readonly print: (text: string) => void;
  /** Called at the end, the last one first. */
  readonly onStop: (stop: () => Promise<unknown>) => void;
  /** Fetches a token from the issuer. @throws when it is down */
  readonly tokenOf: (client: string) => Promise<string>;
  readonly stopIssuer: () => Promise<void>;
  /** At the same address, with another key. */
  readonly startIssuer: () => Promise<void>;
}
