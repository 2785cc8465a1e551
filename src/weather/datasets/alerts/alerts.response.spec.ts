import { describe, expect, it } from '@jest/globals';
import type { Alert } from './alerts.js';
import { ALERTS_READING, METRIC, readingOf } from '../../testing/reading.fixtures.js';
import { NO_ALERTS, VILLAGE } from '../../testing/weather.fixtures.js';
import { AlertsResponse } from './alerts.response.js';

const STORM: Alert = {
  id: '42',
  title: 'Vigilance orange vent violent',
  severity: 'severe',
  category: 'WIND',
  source: 'Météo-France',
  area: 'Paris',
  text: 'Rafales de 100 km/h.',
  startsAtMs: Date.UTC(2025, 11, 31, 12),
  endsAtMs: Date.UTC(2026, 0, 1, 6),
};

describe('AlertsResponse', () => {
  it('contains the alerts in the words of the authority, with place, age and attribution', () => {
    const reading = readingOf({ alerts: [STORM] });
    expect(AlertsResponse.of(reading, METRIC).body).toEqual({
      issuedAt: '2025-12-31T23:59:00Z',
      expiresAt: '2026-01-01T00:09:00Z',
      stale: false,
      place: { name: 'Village', country: 'FR', timeZone: 'Europe/Paris', distanceKm: 0.5 },
      units: 'metric',
      origin: 'accwea',
      attribution: { name: 'AccuWeather', url: 'https://www.accuweather.com/', licenceUrl: null },
      status: 'active',
      alerts: [
        {
          id: '42',
          title: 'Vigilance orange vent violent',
          severity: 'severe',
          category: 'WIND',
          source: 'Météo-France',
          area: 'Paris',
          text: 'Rafales de 100 km/h.',
          startsAt: '2025-12-31T13:00:00+01:00',
          endsAt: '2026-01-01T07:00:00+01:00',
        },
      ],
    });
  });

  it('omits an alert once it has ended', () => {
    const view = { ...METRIC, nowMs: STORM.endsAtMs as number };
    const reading = readingOf({ alerts: [STORM, { ...STORM, id: '43', endsAtMs: null }] });
    const { status, alerts } = AlertsResponse.of(reading, view).body;
    expect(status).toBe('active');
    expect(alerts).toMatchObject([{ id: '43', endsAt: null }]);
  });

  it('distinguishes "none" from "unknown"', () => {
    const unserved = readingOf(NO_ALERTS, { place: { ...VILLAGE, hasAlerts: false } });
    expect(AlertsResponse.of(ALERTS_READING, METRIC).body).toMatchObject({
      status: 'none',
      alerts: [],
    });
    expect(AlertsResponse.of(unserved, METRIC).body).toMatchObject({
      status: 'unknown',
      alerts: [],
    });
    expect(AlertsResponse.of(readingOf(null), METRIC).body).toMatchObject({
      issuedAt: null,
      status: 'unknown',
      alerts: [],
    });
  });
});
