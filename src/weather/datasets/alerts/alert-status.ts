import type { Place } from '../../places/place.js';
import { ALERT_SEVERITIES, type Alert, type Alerts } from './alerts.js';

export const ALERT_STATUSES = ['active', 'none', 'unknown'] as const;

export type AlertStatus = (typeof ALERT_STATUSES)[number];

/** The alerts that have not ended, most severe first. */
export function upcomingAlerts(alerts: Alerts | null, nowMs: number): readonly Alert[] {
  return (alerts?.alerts ?? [])
    .filter(({ endsAtMs }) => endsAtMs === null || endsAtMs > nowMs)
    .toSorted(bySeverity);
}

/**
 * Whether there are alerts. An empty list means "none" only where an authority issues alerts.
 * @param alerts null while they are unavailable
 */
export function alertStatus(alerts: Alerts | null, place: Place, nowMs: number): AlertStatus {
  if (upcomingAlerts(alerts, nowMs).length > 0) return 'active';
  return alerts === null || place.hasAlerts === false ? 'unknown' : 'none';
}

/** Most severe first. */
export function bySeverity(a: Alert, b: Alert): number {
  return rankOf(a) - rankOf(b);
}

const rankOf = ({ severity }: Alert): number => ALERT_SEVERITIES.indexOf(severity);
