import { describe, expect, it } from '@jest/globals';
import { VILLAGE } from '../../testing/weather.fixtures.js';
import { alertStatus, upcomingAlerts } from './alert-status.js';
import type { Alert } from './alerts.js';

const NOW_MS = Date.UTC(2026, 0, 1);
const alert = (changes: Partial<Alert> = {}): Alert => ({
  id: '1',
  title: null,
  severity: 'moderate',
  category: null,
  source: null,
  area: null,
  text: null,
  startsAtMs: NOW_MS - 1_000,
  endsAtMs: NOW_MS + 1_000,
  ...changes,
});

describe('alertStatus', () => {
  it.each([
    ['in force', [alert()], 'active'],
    ['announced', [alert({ startsAtMs: NOW_MS + 500 })], 'active'],
    ['open', [alert({ startsAtMs: null, endsAtMs: null })], 'active'],
    ['ended this instant', [alert({ endsAtMs: NOW_MS })], 'none'],
    ['missing', [], 'none'],
  ] as const)('derives the status of an alert that is %s', (_, alerts, status) => {
    expect(alertStatus({ alerts }, VILLAGE, NOW_MS)).toBe(status);
    expect(alertStatus({ alerts }, { ...VILLAGE, hasAlerts: null }, NOW_MS)).toBe(status);
  });

  it('is unknown where no authority issues alerts, and while alerts are unavailable', () => {
    expect(alertStatus({ alerts: [] }, { ...VILLAGE, hasAlerts: false }, NOW_MS)).toBe('unknown');
    expect(alertStatus(null, VILLAGE, NOW_MS)).toBe('unknown');
  });

  it('is active when there is an alert, even at a place that claims to have none', () => {
    const place = { ...VILLAGE, hasAlerts: false };
    expect(alertStatus({ alerts: [alert()] }, place, NOW_MS)).toBe('active');
  });
});

describe('upcomingAlerts', () => {
  it('sorts by severity, most severe first, and keeps the provider order within a severity', () => {
    const alerts = [
      alert({ id: 'a', severity: 'unknown' }),
      alert({ id: 'b', severity: 'minor' }),
      alert({ id: 'c', severity: 'extreme' }),
      alert({ id: 'd', severity: 'minor' }),
    ];
    expect(upcomingAlerts({ alerts }, NOW_MS).map(({ id }) => id)).toEqual(['c', 'b', 'd', 'a']);
  });
});
