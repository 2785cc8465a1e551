import type { WeatherBodies } from '../profiles/weather-bodies.js';

interface Bodies {
  readonly conditions: WeatherBodies['conditions'];
  readonly hourly: NonNullable<WeatherBodies['hourly']>;
  readonly daily: NonNullable<WeatherBodies['daily']>;
}

const shared = {
  expiresAt: '2026-01-01T00:10:00Z',
  stale: false,
  place: { name: 'Paris 08', country: 'FR', timeZone: 'Europe/Paris', distanceKm: 0.4 },
  origin: 'accwea',
  attribution: { name: 'AccuWeather', url: 'https://www.accuweather.com/', licenceUrl: null },
} as const;

/** A rainy evening in Paris, with an hour and a day of forecast; only the fields that profiles read. */
export const METRIC = {
  conditions: {
    ...shared,
    units: 'metric',
    observedAt: '2026-01-01T00:00:00Z',
    condition: 'rain',
    text: 'Rain',
    isDay: false,
    temperature: 7.5,
    feelsLike: 4,
    dewPoint: 6,
    humidity: 91,
    cloudCover: 100,
    windSpeed: 18,
    windDirection: 225,
    pressure: 1_008.5,
    visibility: 9_700,
    uvIndex: 0,
  },
  hourly: {
    ...shared,
    units: 'metric',
    issuedAt: '2026-01-01T00:00:00Z',
    hours: [
      {
        time: '2026-01-01T01:00:00+01:00',
        condition: 'clear',
        text: 'Clear',
        isDay: false,
        temperature: 5.4,
        humidity: 88,
        cloudCover: 10,
        windSpeed: 36,
        windDirection: 90,
        precipitationProbability: 70,
        uvIndex: 0,
      },
    ],
  },
  daily: {
    ...shared,
    units: 'metric',
    issuedAt: '2026-01-01T00:00:00Z',
    days: [
      {
        date: '2026-01-01',
        condition: 'mostly-clear',
        text: 'Mostly sunny',
        nightCondition: 'clear',
        nightText: 'Clear',
        temperatureMin: 2.5,
        temperatureMax: 8.1,
        precipitationProbability: 80,
        uvIndex: 1,
        sunrise: '2026-01-01T08:44:00+01:00',
      },
    ],
  },
} as unknown as Bodies;

/** The conditions of `METRIC`, converted as the service does. */
export const IMPERIAL_CONDITIONS = {
  ...METRIC.conditions,
  units: 'imperial',
  temperature: 45.5,
  feelsLike: 39.2,
  dewPoint: 42.8,
  windSpeed: 11.2,
  pressure: 29.78,
  visibility: 6,
} as Bodies['conditions'];

/** Bodies whose values are not known. */
export const UNKNOWN = {
  conditions: withoutValues(METRIC.conditions),
  hourly: { ...METRIC.hourly, hours: METRIC.hourly.hours.map(withoutValues) },
  daily: { ...METRIC.daily, days: METRIC.daily.days.map(withoutValues) },
} as Bodies;

function withoutValues<T extends object>(record: T): T {
  const kept = new Set([...Object.keys(shared), 'units', 'time', 'date', 'issuedAt']);
  const entries = Object.entries(record);
  return Object.fromEntries(
    entries.map(([name, value]) => [name, kept.has(name) ? value : null]),
  ) as T;
}
