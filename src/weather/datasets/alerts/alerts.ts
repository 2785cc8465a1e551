export const ALERT_SEVERITIES = ['extreme', 'severe', 'moderate', 'minor', 'unknown'] as const;

export type AlertSeverity = (typeof ALERT_SEVERITIES)[number];

/** The official alerts at a place; an empty list means that there are none. */
export interface Alerts {
  readonly alerts: readonly Alert[];
}

/** An official alert, in the words of the authority that issued it. */
export interface Alert {
  /** Assigned by the provider; stays the same while the alert is extended or reworded. */
  readonly id: string;
  readonly title: string | null;
  readonly severity: AlertSeverity;
  /** Kind of hazard in the provider's words, such as `WIND`. */
  readonly category: string | null;
  /** The issuing authority. */
  readonly source: string | null;
  readonly area: string | null;
  readonly text: string | null;
  /** Milliseconds since the Unix epoch; null when open-ended. */
  readonly startsAtMs: number | null;
  readonly endsAtMs: number | null;
}
