import { describe, expect, it } from '@jest/globals';
import { VILLAGE } from '../../testing/some-weather.js';
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

describe('whether there is danger', () => {
  it.each([
    ['in force', [alert()], 'active'],
    ['announced', [alert({ startsAtMs: NOW_MS + 500 })], 'active'],
    ['open', [alert({ startsAtMs: null, endsAtMs: null })], 'active'],
    ['ended this instant', [alert({ endsAtMs: NOW_MS })], 'none'],
    ['not there', [], 'none'],
  ] as const)('is told by an alert that is %s', (_, alerts, status) => {
    expect(alertStatus({ alerts }, VILLAGE, NOW_MS)).toBe(status);
    expect(alertStatus({ alerts }, { ...VILLAGE, hasAlerts: null }, NOW_MS)).toBe(status);
  });

  it('is not known where nobody issues alerts, nor when they could not be had', () => {
    expect(alertStatus({ alerts: [] }, { ...VILLAGE, hasAlerts: false }, NOW_MS)).toBe('unknown');
    expect(alertStatus(null, VILLAGE, NOW_MS)).toBe('unknown');
  });

  it('is there when an alert is, whatever the place was said to have', () => {
    const place = { ...VILLAGE, hasAlerts: false };
    expect(alertStatus({ alerts: [alert()] }, place, NOW_MS)).toBe('active');
  });
});

describe('alerts', () => {
  it('come the gravest first, and else as the provider has them', () => {
    const alerts = [
      alert({ id: 'a', severity: 'unknown' }),
      alert({ id: 'b', severity: 'minor' }),
      alert({ id: 'c', severity: 'extreme' }),
      alert({ id: 'd', severity: 'minor' }),
    ];
    expect(upcomingAlerts({ alerts }, NOW_MS).map(({ id }) => id)).toEqual(['c', 'b', 'd', 'a']);
  });
});
