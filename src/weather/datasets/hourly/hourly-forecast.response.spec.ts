import { describe, expect, it } from '@jest/globals';
import type { ForecastHour } from './hourly-forecast.js';
import {
  HOURLY_READING,
  IMPERIAL,
  METRIC,
  readingOf,
  withNulls,
} from '../../testing/reading.fixtures.js';
import { RAINY_HOURS, VILLAGE } from '../../testing/weather.fixtures.js';
import { HourlyForecastResponse } from './hourly-forecast.response.js';

const HOUR_MS = 3_600_000;
const [MIDNIGHT] = RAINY_HOURS.hours as [ForecastHour];
const firstHour = (hour: Partial<ForecastHour>, view = METRIC) =>
  HourlyForecastResponse.of(readingOf({ hours: [{ ...MIDNIGHT, ...hour }] }), view, 12).body
    .hours[0];

/** The local times of consecutive hours from an instant. */
function timesFrom(from: string, count: number, timeZone: string | null, longitude = 2.305) {
  const startsAtMs = Date.parse(from);
  const hours = Array.from({ length: count }, (_, index) => ({
    ...MIDNIGHT,
    startsAtMs: startsAtMs + index * HOUR_MS,
  }));
  const reading = readingOf(
    { hours },
    { place: { ...VILLAGE, timeZone }, centre: { latitude: 48.875, longitude } },
  );
  const view = { ...METRIC, nowMs: startsAtMs };
  return HourlyForecastResponse.of(reading, view, 24).body.hours.map(({ time }) => time);
}

describe('HourlyForecastResponse', () => {
  it('contains the hours, with place, age and attribution', () => {
    const { hours, ...rest } = HourlyForecastResponse.of(HOURLY_READING, METRIC, 12).body;
    expect(hours).toHaveLength(12);
    expect(rest).toEqual({
      issuedAt: '2025-12-31T23:59:00Z',
      expiresAt: '2026-01-01T00:09:00Z',
      stale: false,
      place: { name: 'Village', country: 'FR', timeZone: 'Europe/Paris', distanceKm: 0.5 },
      units: 'metric',
      origin: 'accwea',
      attribution: { name: 'AccuWeather', url: 'https://www.accuweather.com/', licenceUrl: null },
    });
    expect(hours[3]).toEqual({
      time: '2026-01-01T04:00:00+01:00',
      condition: 'rain',
      text: 'Rain',
      isDay: false,
      temperature: 5.3,
      feelsLike: 2.5,
      humidity: 88,
      cloudCover: 95,
      windSpeed: 20.4,
      windGust: 38.9,
      windDirection: 240,
      visibility: 8000,
      precipitationProbability: 70,
      precipitation: 0.8,
      snow: 0,
      uvIndex: 0,
    });
  });

  it('converts every number to imperial units as calculated by hand', () => {
    const snowy = { snowCentimeters: 3, precipitationMillimeters: 2.5, temperatureCelsius: -3.3 };
    expect(firstHour(snowy, IMPERIAL)).toEqual({
      ...(firstHour(snowy) as object),
      temperature: 26.1, // -3.3 · 1.8 + 32 = 26.06
      feelsLike: 36.5, // 2.5 · 1.8 + 32
      windSpeed: 12.7, // 20.4 / 1.609344 = 12.676
      windGust: 24.2, // 38.9 / 1.609344 = 24.171
      visibility: 5, // 8 / 1.609344 = 4.971
      precipitation: 0.1, // 2.5 / 25.4 = 0.0984
      snow: 1.2, // 3 / 2.54 = 1.181
    });
  });

  it.each([
    [{ condition: 'clear', isDay: true }, 'Sonnig'],
    [{ condition: 'clear', isDay: false }, 'Klar'],
    [{ condition: 'freezing-rain' }, 'Gefrierender Regen'],
    [{ condition: 'unknown' }, 'Unbekannt'],
    [{ condition: null }, null],
  ] as const)('describes %j as "%s"', (hour, text) => {
    expect(firstHour(hour, { ...METRIC, language: 'de' })?.text).toBe(text);
  });

  it.each([METRIC, IMPERIAL])('reports every unknown value as null ($units)', (view) => {
    const { time, ...rest } = firstHour(withNulls(MIDNIGHT, ['startsAtMs']), view) ?? { time: '' };
    expect(time).toBe('2026-01-01T01:00:00+01:00');
    expect(Object.values(rest)).toEqual(Array(15).fill(null));
  });

  it('starts with the current hour, and is shorter than requested when fewer hours are left', () => {
    const view = { ...METRIC, nowMs: METRIC.nowMs + 21.99 * HOUR_MS };
    const { hours } = HourlyForecastResponse.of(HOURLY_READING, view, 24).body;
    expect(hours.map(({ time }) => time)).toEqual([
      '2026-01-01T22:00:00+01:00',
      '2026-01-01T23:00:00+01:00',
      '2026-01-02T00:00:00+01:00',
    ]);
  });

  it('contains at most as many hours as requested', () => {
    expect(HourlyForecastResponse.of(HOURLY_READING, METRIC, 1).body.hours).toHaveLength(1);
  });

  it('keeps the same content after a refresh until an hour ends', () => {
    const contentAt = (nowMs: number, refreshedMs: number): string =>
      JSON.stringify(
        HourlyForecastResponse.of(
          readingOf(RAINY_HOURS, {
            loadedAtMs: refreshedMs,
            freshUntilMs: refreshedMs + HOUR_MS,
          }),
          { ...METRIC, nowMs },
          12,
        ).content,
      );
    const before = contentAt(METRIC.nowMs, METRIC.nowMs);
    expect(contentAt(METRIC.nowMs + HOUR_MS - 1, METRIC.nowMs + 1_000)).toBe(before);
    expect(contentAt(METRIC.nowMs + HOUR_MS, METRIC.nowMs)).not.toBe(before);
  });
});

describe('HourlyForecastResponse: the time of an hour', () => {
  it('skips an hour in the night when daylight saving time begins', () => {
    expect(timesFrom('2026-03-29T00:00:00Z', 2, 'Europe/Paris')).toEqual([
      '2026-03-29T01:00:00+01:00',
      '2026-03-29T03:00:00+02:00',
    ]);
  });

  it('repeats an hour with another offset in the night when daylight saving time ends', () => {
    expect(timesFrom('2026-10-25T00:00:00Z', 3, 'Europe/Paris')).toEqual([
      '2026-10-25T02:00:00+02:00',
      '2026-10-25T02:00:00+01:00',
      '2026-10-25T03:00:00+01:00',
    ]);
  });

  it.each([
    ['Pacific/Kiritimati', '2026-01-02T00:00:00+14:00'],
    ['Pacific/Auckland', '2026-01-01T23:00:00+13:00'],
    ['America/Los_Angeles', '2026-01-01T02:00:00-08:00'],
    ['Asia/Kathmandu', '2026-01-01T15:45:00+05:45'],
  ])('is the local time in %s', (zone, time) => {
    expect(timesFrom('2026-01-01T10:00:00Z', 1, zone)).toEqual([time]);
  });

  it.each([
    [null, 2.305, '2026-01-01T10:00:00+00:00'],
    ['Mars/Olympus', -118.2, '2026-01-01T02:00:00-08:00'],
    ['', 174.8, '2026-01-01T22:00:00+12:00'],
  ])('follows the longitude where the zone is %p', (zone, longitude, time) => {
    expect(timesFrom('2026-01-01T10:00:00Z', 1, zone, longitude)).toEqual([time]);
  });
});
