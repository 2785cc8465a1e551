export const ALERT_SEVERITIES = ['extreme', 'severe', 'moderate', 'minor', 'unknown'] as const;

export type AlertSeverity = (typeof ALERT_SEVERITIES)[number];

/** The official alerts in force at a place; an empty list says that there are none. */
export interface Alerts {
  readonly alerts: readonly Alert[];
}

/** An official alert, in the words of the authority that issued it. */
export interface Alert {
  /** The provider's own; the same while the alert is prolonged or reworded. */
  readonly id: string;
  readonly title: string | null;
  readonly severity: AlertSeverity;
  /** Kind of danger in the provider's words, such as `WIND`. */
  readonly category: string | null;
  /** The authority. */
  readonly source: string | null;
  readonly area: string | null;
  readonly text: string | null;
  /** Milliseconds since the Unix epoch; null when open. */
  readonly startsAtMs: number | null;
  readonly endsAtMs: number | null;
}
