import { describe, expect, it } from '@jest/globals';
import type { Conditions } from './conditions.js';
import {
  CONDITIONS_READING,
  IMPERIAL,
  METRIC,
  readingOf,
  withNulls,
} from '../../testing/reading.fixtures.js';
import { OPEN_METEO } from '../../providers/open-meteo/open-meteo.descriptor.js';
import { DRIZZLE, VILLAGE } from '../../testing/weather.fixtures.js';
import { LANGUAGES } from '../../i18n/language.js';
import { ConditionsResponse } from './conditions.response.js';

const body = (changes: Partial<Conditions> = {}, view = METRIC): ConditionsResponse =>
  ConditionsResponse.of(readingOf({ ...DRIZZLE, ...changes }), view).body;

describe('ConditionsResponse', () => {
  it('contains everything a conditions screen shows, with place, age and attribution', () => {
    expect(body()).toEqual({
      observedAt: '2026-01-01T00:00:00Z',
      expiresAt: '2026-01-01T00:09:00Z',
      stale: false,
      place: { name: 'Village', country: 'FR', timeZone: 'Europe/Paris', distanceKm: 0.5 },
      units: 'metric',
      origin: 'accwea',
      attribution: { name: 'AccuWeather', url: 'https://www.accuweather.com/', licenceUrl: null },
      condition: 'drizzle',
      text: 'Drizzle',
      isDay: false,
      temperature: 7.5,
      feelsLike: 4.2,
      dewPoint: 6.1,
      humidity: 91,
      cloudCover: 100,
      windSpeed: 18.5,
      windGust: 33.3,
      windDirection: 225,
      pressure: 1008.5,
      pressureTrend: 'falling',
      visibility: 9700,
      precipitationPastHour: 1,
      precipitationType: 'rain',
      uvIndex: 1,
    });
  });

  it('converts every number to imperial units as calculated by hand', () => {
    expect(body({}, IMPERIAL)).toEqual({
      ...(body() as object),
      units: 'imperial',
      temperature: 45.5, // 7.5 · 1.8 + 32
      feelsLike: 39.6, // 4.2 · 1.8 + 32 = 39.56
      dewPoint: 43, // 6.1 · 1.8 + 32 = 42.98
      windSpeed: 11.5, // 18.5 / 1.609344 = 11.495
      windGust: 20.7, // 33.3 / 1.609344 = 20.692
      pressure: 29.78, // 1008.5 / 33.86389 = 29.781
      visibility: 6, // 9.7 / 1.609344 = 6.027
      precipitationPastHour: 0.04, // 1 / 25.4 = 0.0394
    });
  });

  it.each([
    [
      'snow by night',
      { condition: 'snow', isDay: false, precipitationKind: 'snow', temperatureCelsius: -12.34 },
      { text: 'Neige', temperature: -12.3, precipitationType: 'snow' },
    ],
    [
      'a clear night',
      { condition: 'clear', isDay: false, uvIndex: 0 },
      { text: 'Ciel dégagé', uvIndex: 0 },
    ],
    [
      'a sunny day',
      { condition: 'clear', isDay: true, uvIndex: 7 },
      { text: 'Ensoleillé', uvIndex: 7 },
    ],
    ['fog', { condition: 'fog', visibilityMeters: 80.4 }, { text: 'Brouillard', visibility: 80 }],
    ['an unknown sky', { condition: 'unknown' }, { condition: 'unknown', text: 'Inconnu' }],
    ['wind from just west of north', { windFromDegrees: 359.7 }, { windDirection: 0 }],
  ] as const)('reports %s', (_, weather, expected) => {
    expect(body(weather, { ...METRIC, language: 'fr' })).toMatchObject(expected);
  });

  it('changes only the text with the language', () => {
    const texts = LANGUAGES.map((language) => body({}, { ...METRIC, language }));
    for (const expected of texts)
      expect(expected).toEqual({ ...(body() as object), text: expected.text });
    expect(texts.map(({ text }) => text)).toEqual([
      'Drizzle',
      'Bruine',
      'Nieselregen',
      'Llovizna',
      'Pioviggine',
      'Chuvisco',
      'Motregen',
      '霧雨',
      '毛毛雨',
    ]);
  });

  it.each([METRIC, IMPERIAL])('reports every unknown value as null ($units)', (view) => {
    const place = { ...withNulls(VILLAGE), key: 'village' };
    const reading = readingOf(withNulls(DRIZZLE), { place });
    const { place: where, ...rest } = ConditionsResponse.of(reading, view).body;
    const { expiresAt, stale, units, origin, attribution, ...weather } = rest;

    expect(where).toEqual({ name: null, country: null, timeZone: null, distanceKm: null });
    expect(Object.values(weather)).toEqual(Array(18).fill(null));
    expect([expiresAt, stale, units, origin, attribution]).not.toContain(null);
  });

  it('reports an observation time outside the calendar range as null', () => {
    expect(body({ observedAtMs: 8.64e15 + 1 }).observedAt).toBeNull();
    expect(body({ observedAtMs: NaN }).observedAt).toBeNull();
  });
});

describe('ConditionsResponse: age', () => {
  it.each([
    ['fresh', false],
    ['stale', true],
    ['expired', true],
  ] as const)('marks a %s reading as stale: %s', (freshness, stale) => {
    const reading = readingOf(DRIZZLE, { freshness });
    expect(ConditionsResponse.of(reading, METRIC).body.stale).toBe(stale);
  });

  it('rounds the expiry up to a full second, never before the record expires', () => {
    const reading = readingOf(DRIZZLE, { freshUntilMs: Date.UTC(2026, 0, 1, 0, 9, 0, 1) });
    expect(ConditionsResponse.of(reading, METRIC).body.expiresAt).toBe('2026-01-01T00:09:01Z');
  });

  it('excludes the age and the observation time from the tagged content', () => {
    const later = readingOf(
      { ...DRIZZLE, observedAtMs: Date.UTC(2026, 0, 1, 0, 10) },
      { freshUntilMs: Date.UTC(2026, 0, 1, 0, 20), freshness: 'stale', outcome: 'miss' },
    );
    const [before, after] = [CONDITIONS_READING, later].map((reading) =>
      ConditionsResponse.of(reading, METRIC),
    );
    expect(JSON.stringify(after?.content)).toBe(JSON.stringify(before?.content));
    expect(after?.body).not.toEqual(before?.body);
    expect(after?.body).toEqual({
      observedAt: '2026-01-01T00:10:00Z',
      expiresAt: '2026-01-01T00:20:00Z',
      stale: true,
      ...after?.content,
    });
  });

  it.each([
    ['units', IMPERIAL, DRIZZLE],
    ['language', { ...METRIC, language: 'ja' as const }, DRIZZLE],
    ['weather', METRIC, { ...DRIZZLE, uvIndex: 2 }],
  ])('includes a change of %s in the tagged content', (_, view, value) => {
    const changed = ConditionsResponse.of(readingOf(value), view).content;
    const before = ConditionsResponse.of(CONDITIONS_READING, METRIC).content;
    expect(JSON.stringify(changed)).not.toBe(JSON.stringify(before));
  });
});

const placed = (place: Partial<typeof VILLAGE>) =>
  ConditionsResponse.of(readingOf(DRIZZLE, { place: { ...VILLAGE, ...place } }), METRIC).body.place;

describe('ConditionsResponse: place', () => {
  it('is at distance 0 when the place is the cell itself', () => {
    const position = { latitude: 48.875, longitude: 2.305 };
    expect(placed({ position }).distanceKm).toBe(0);
  });

  it('reports the distance to the position of the place in km in both unit systems', () => {
    // Half a degree of latitude: 6371.0088 km · π / 360.
    const position = { latitude: 49.375, longitude: 2.305 };
    expect(placed({ position }).distanceKm).toBe(55.6);
  });

  it('has the offset now in force as its time zone when the provider names none', () => {
    const change = { atMs: METRIC.nowMs + 1, minutes: 630 };
    const place = { timeZone: null, utcOffset: { minutes: 570, change } };
    expect(placed(place).timeZone).toBe('+09:30');
    change.atMs = METRIC.nowMs;
    expect(placed(place).timeZone).toBe('+10:30');
  });

  it('has no time zone when the provider names one that does not exist', () => {
    expect(placed({ timeZone: 'Europe/Lutetia' }).timeZone).toBeNull();
  });

  it('carries the attribution of its provider', () => {
    const { body: expected } = ConditionsResponse.of(
      readingOf(DRIZZLE, { provider: OPEN_METEO }),
      METRIC,
    );
    expect(expected).toMatchObject({
      origin: 'open-meteo',
      attribution: {
        name: 'Weather data by Open-Meteo.com',
        url: 'https://open-meteo.com/',
        licenceUrl: 'https://creativecommons.org/licenses/by/4.0/',
      },
    });
  });
});
