/** How urgent an alert is: `page` wakes a person, `ticket` waits for the morning. */
export type Severity = 'page' | 'ticket';

/** A service level objective over 30 days, as the alerts, the dashboard and docs/slo.md need it. */
export interface Objective {
  /** The label `slo`. */
  readonly name: string;
  readonly title: string;
  /** What is counted, and what of it is bad, as a sentence each. */
  readonly counted: string;
  readonly bad: string;
  /** Share of the counted events that must be good; the rest is the error budget. */
  readonly target: number;
  /** The target in words, for docs/slo.md. */
  readonly promise: string;
  /** PromQL: all events per second over 5 minutes, by environment, region and `by`. */
  readonly total: string;
  /** PromQL: the bad ones of them, with the same labels; an absent series counts as none. */
  readonly errors: string;
  /** A further label that has an error budget of its own, such as `route`. */
  readonly by?: string;
  /** Events per second below which nothing is alerted. */
  readonly minPerSecond: number;
  /** Completes "x % …" in an alert. */
  readonly finding: string;
  /** When the budget of 30 days would be spent in 2 to 5 days. */
  readonly fast: Severity;
  /** A heading of docs/runbook.md. */
  readonly runbook: string;
}
