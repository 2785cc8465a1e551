import { describe, expect, it } from '@jest/globals';
import type { DailyForecast, ForecastDay } from './daily-forecast.js';
import type { Place } from '../../places/place.js';
import {
  DAILY_READING,
  IMPERIAL,
  METRIC,
  readingOf,
  withNulls,
} from '../../testing/reading.fixtures.js';
import { RAINY_DAYS, VILLAGE } from '../../testing/weather.fixtures.js';
import type { ForecastDayResponse } from './forecast-day.response.js';
import { DailyForecastResponse } from './daily-forecast.response.js';

const [NEW_YEAR] = RAINY_DAYS.days as [ForecastDay];

function firstDay(day: Partial<ForecastDay>, view = METRIC, place: Partial<Place> = {}) {
  const forecast = { timeZone: null, days: [{ ...NEW_YEAR, ...day }] };
  const reading = readingOf(forecast, { place: { ...VILLAGE, ...place } });
  return DailyForecastResponse.of(reading, view, 5).body.days[0];
}

/** The date of the first day in a response at an instant. */
function firstDateAt(now: string, place: Partial<Place>, timeZone: string | null = null): unknown {
  const forecast: DailyForecast = { ...RAINY_DAYS, timeZone };
  const reading = readingOf(forecast, { place: { ...VILLAGE, ...place } });
  const view = { ...METRIC, nowMs: Date.parse(now) };
  return DailyForecastResponse.of(reading, view, 10).body.days[0]?.date;
}

describe('DailyForecastResponse', () => {
  it('contains the days, with place, age and attribution', () => {
    const { days, ...rest } = DailyForecastResponse.of(DAILY_READING, METRIC, 5).body;
    expect(days.map(({ date }) => date)).toEqual([1, 2, 3, 4, 5].map((day) => `2026-01-0${day}`));
    expect(rest).toEqual({
      issuedAt: '2025-12-31T23:59:00Z',
      expiresAt: '2026-01-01T00:09:00Z',
      stale: false,
      place: { name: 'Village', country: 'FR', timeZone: 'Europe/Paris', distanceKm: 0.5 },
      units: 'metric',
      origin: 'accwea',
      attribution: { name: 'AccuWeather', url: 'https://www.accuweather.com/', licenceUrl: null },
    });
    expect(days[0]).toEqual({
      date: '2026-01-01',
      condition: 'rain',
      text: 'Rain',
      nightCondition: 'cloudy',
      nightText: 'Cloudy',
      temperatureMin: 2.5,
      temperatureMax: 8.1,
      precipitationProbability: 80,
      precipitation: 6.4,
      snow: 0,
      windSpeed: 25.9,
      windGust: 50,
      windDirection: 230,
      uvIndex: 1,
      sunrise: '2026-01-01T08:45:00+01:00',
      sunset: '2026-01-01T17:00:00+01:00',
      polar: null,
      sunshineHours: 1.5,
      airQuality: { category: 'moderate', index: 61 },
      pollen: {
        grass: { category: 'low', particlesPerCubicMeter: 0 },
        tree: { category: 'moderate', particlesPerCubicMeter: 34 },
        ragweed: { category: 'low', particlesPerCubicMeter: 0 },
        mold: { category: 'high', particlesPerCubicMeter: 13_680 },
      },
      moon: {
        phase: 'waxing-gibbous',
        ageDays: 12,
        rise: '2026-01-01T15:00:00+01:00',
        set: '2026-01-02T07:00:00+01:00',
      },
    });
  });

  it('converts every number to imperial units as calculated by hand', () => {
    const snowy = { snowCentimeters: 12.7, lowestCelsius: -11.1 };
    expect(firstDay(snowy, IMPERIAL)).toEqual({
      ...(firstDay(snowy) as object),
      temperatureMin: 12, // -11.1 · 1.8 + 32 = 12.02
      temperatureMax: 46.6, // 8.1 · 1.8 + 32 = 46.58
      precipitation: 0.25, // 6.4 / 25.4 = 0.252
      snow: 5, // 12.7 / 2.54
      windSpeed: 16.1, // 25.9 / 1.609344 = 16.094
      windGust: 31.1, // 50 / 1.609344 = 31.069
    });
  });

  it('describes a clear sky as sunny by day and as clear by night', () => {
    expect(
      firstDay({ condition: 'clear', nightCondition: 'clear' }, { ...METRIC, language: 'es' }),
    ).toMatchObject({ text: 'Soleado', nightText: 'Despejado' });
  });

  it.each([METRIC, IMPERIAL])('reports every unknown value as null ($units)', (view) => {
    const { date, ...rest } =
      firstDay(withNulls(NEW_YEAR, ['date']), view, { position: null }) ?? {};
    expect(date).toBe('2026-01-01');
    const { airQuality, pollen, moon, ...flat } = rest as ForecastDayResponse;
    expect(Object.values(flat)).toEqual(Array(17).fill(null));
    expect(airQuality).toEqual({ category: null, index: null });
    for (const level of Object.values(pollen)) {
      expect(level).toEqual({ category: null, particlesPerCubicMeter: null });
    }
    expect(moon).toEqual({ phase: null, ageDays: null, rise: null, set: null });
  });
});

describe('DailyForecastResponse: the first day', () => {
  it.each([
    ['Pacific/Auckland', '2026-01-01T11:00:00Z', '2026-01-02'],
    ['Pacific/Kiritimati', '2026-01-01T10:00:00Z', '2026-01-02'],
    ['Pacific/Kiritimati', '2026-01-01T09:59:59Z', '2026-01-01'],
    ['America/Los_Angeles', '2026-01-02T07:59:59Z', '2026-01-01'],
    ['America/Los_Angeles', '2026-01-02T08:00:00Z', '2026-01-02'],
  ])('is the local today: in %s at %s it is %s', (timeZone, now, date) => {
    expect(firstDateAt(now, { timeZone })).toBe(date);
  });

  it('follows the zone of the forecast where the zone of the place is missing or invalid', () => {
    const now = '2026-01-01T10:00:00Z';
    expect(firstDateAt(now, { timeZone: null }, 'Pacific/Kiritimati')).toBe('2026-01-02');
    expect(firstDateAt(now, { timeZone: 'Mars/Olympus' }, 'Pacific/Kiritimati')).toBe('2026-01-02');
    const reading = readingOf(
      { ...RAINY_DAYS, timeZone: 'Pacific/Kiritimati' },
      { place: { ...VILLAGE, timeZone: null } },
    );
    expect(DailyForecastResponse.of(reading, METRIC, 1).body.place.timeZone).toBe(
      'Pacific/Kiritimati',
    );
  });

  it('follows the longitude where neither place nor forecast names a zone', () => {
    expect(firstDateAt('2026-01-01T23:59:59Z', { timeZone: null }, 'nowhere')).toBe('2026-01-01');
    expect(firstDateAt('2026-01-02T00:00:00Z', { timeZone: null })).toBe('2026-01-02');
  });

  it('follows the offset of the place and its change where the place has no named zone', () => {
    const change = { atMs: Date.parse('2026-01-02T12:00:00Z'), minutes: 630 };
    const place = { timeZone: null, utcOffset: { minutes: 570, change } };
    expect(firstDateAt('2026-01-01T14:29:59Z', place, 'Pacific/Kiritimati')).toBe('2026-01-01');
    expect(firstDateAt('2026-01-01T14:30:00Z', place)).toBe('2026-01-02');
    expect(firstDateAt('2026-01-02T13:29:59Z', place)).toBe('2026-01-02');
    expect(firstDateAt('2026-01-02T13:30:00Z', place)).toBe('2026-01-03');
  });

  it('is absent when all days are past', () => {
    expect(firstDateAt('2026-02-01T00:00:00Z', {})).toBeUndefined();
  });
});

const withoutSunTimes = (date: string) => ({ date, sunriseAtMs: null, sunsetAtMs: null });

describe('DailyForecastResponse: sunrise and sunset', () => {
  it('are computed where the provider omits them, with the offset after a clock change', () => {
    expect(firstDay(withoutSunTimes('2026-03-28'))).toMatchObject({
      sunrise: expect.stringMatching(/^2026-03-28T06:3\d:\d\d\+01:00$/),
      sunset: expect.stringMatching(/^2026-03-28T19:1\d:\d\d\+01:00$/),
    });
    expect(firstDay(withoutSunTimes('2026-03-29'))).toMatchObject({
      sunrise: expect.stringMatching(/^2026-03-29T07:3\d:\d\d\+02:00$/),
      sunset: expect.stringMatching(/^2026-03-29T20:1\d:\d\d\+02:00$/),
    });
  });

  it('have the offset of a place without a named zone', () => {
    const change = { atMs: Date.parse('2026-03-29T01:00:00Z'), minutes: 120 };
    const place = { timeZone: null, utcOffset: { minutes: 60, change } };
    for (const date of ['2026-03-28', '2026-03-29', '2026-03-30']) {
      const day = withoutSunTimes(date);
      expect(firstDay(day, METRIC, place)).toEqual(firstDay(day));
    }
  });

  it.each([
    ['day', '2026-06-21'],
    ['night', '2026-12-21'],
  ])('are null in Tromsø in polar %s, %s', (polar, date) => {
    const place = { timeZone: 'Europe/Oslo', position: { latitude: 69.65, longitude: 18.96 } };
    expect(firstDay(withoutSunTimes(date), METRIC, place)).toMatchObject({
      date,
      sunrise: null,
      sunset: null,
      polar,
    });
  });
});

it('DailyForecastResponse shows moonrise and moonset with the offset of each across a clock change', () => {
  const moon = {
    moonriseAtMs: Date.parse('2026-03-28T13:40:00Z'),
    moonsetAtMs: Date.parse('2026-03-29T03:46:00Z'),
  };
  expect(firstDay({ date: '2026-03-28', ...moon })?.moon).toMatchObject({
    rise: '2026-03-28T14:40:00+01:00',
    set: '2026-03-29T05:46:00+02:00',
  });
});
