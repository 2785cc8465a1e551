import type { ForecastHour } from '../datasets/hourly/hourly-forecast.js';
import type { MinutelyForecast } from '../datasets/minutely/minutely-forecast.js';
import { MINUTE_MS } from '../durations.js';
import type { GlanceParts } from '../glance/glance-parts.js';
import type { Place } from '../places/place.js';
import { OPEN_METEO } from '../providers/open-meteo/open-meteo.descriptor.js';
import type { View } from '../view.js';
import {
  ALERTS_READING,
  CONDITIONS_READING,
  DAILY_READING,
  HOURLY_READING,
  IMPERIAL,
  METRIC,
  readingOf,
  withNulls,
} from './reading.fixtures.js';
import {
  DRIZZLE,
  GALE,
  NO_ALERTS,
  RAIN_IN_12_MINUTES,
  RAINY_DAYS,
  RAINY_HOURS,
  VILLAGE,
} from './weather.fixtures.js';

/** The parts of a glance, and how and when it is asked for. */
interface GlanceCase {
  readonly parts: GlanceParts;
  readonly view: View;
}

const ALL: GlanceParts = {
  conditions: CONDITIONS_READING,
  hourly: HOURLY_READING,
  daily: DAILY_READING,
  alerts: ALERTS_READING,
};

function withMinutes(forecast: MinutelyForecast): GlanceParts {
  return { ...ALL, minutely: readingOf(forecast) };
}

/** From the time of the view. */
function rainFor(minutes: number): MinutelyForecast {
  const [rain] = RAIN_IN_12_MINUTES.intervals.filter(({ type }) => type === 'rain');
  const startsAtMs = METRIC.nowMs;
  const intervals = [{ ...rain!, startsAtMs, endsAtMs: startsAtMs + minutes * MINUTE_MS }];
  return { ...RAIN_IN_12_MINUTES, intervals };
}

/** Parts whose day, night and sun times the provider leaves out: they are computed. */
function sunlessAt(place: Partial<Place>): GlanceParts {
  const where = { place: { ...VILLAGE, ...place } };
  const [first] = RAINY_DAYS.days;
  const days = [{ ...first!, date: '2025-12-31' }, ...RAINY_DAYS.days];
  return {
    conditions: readingOf({ ...DRIZZLE, isDay: null }, where),
    hourly: readingOf(
      { hours: RAINY_HOURS.hours.map((hour): ForecastHour => ({ ...hour, isDay: null })) },
      where,
    ),
    daily: readingOf(
      { ...RAINY_DAYS, days: days.map((day) => ({ ...day, sunriseAtMs: null, sunsetAtMs: null })) },
      where,
    ),
    alerts: readingOf(NO_ALERTS, where),
  };
}

const LONGYEARBYEN = {
  name: 'Longyearbyen',
  timeZone: 'Arctic/Longyearbyen',
  position: { latitude: 78.2232, longitude: 15.6267 },
};
const MCMURDO = {
  name: 'McMurdo Station',
  timeZone: 'Antarctica/McMurdo',
  position: { latitude: -77.8419, longitude: 166.6863 },
};
const KATHMANDU = {
  name: 'काठमाडौँ',
  timeZone: 'Asia/Kathmandu',
  position: { latitude: 27.7172, longitude: 85.324 },
};
const TAIOHAE = {
  name: 'Taiohae',
  timeZone: 'Pacific/Marquesas',
  position: { latitude: -8.9108, longitude: -140.0994 },
};

/** An hour before midnight of the night in which clocks in Paris go forward. */
const SPRING_NIGHT: View = { ...METRIC, nowMs: Date.parse('2026-03-28T22:00:00Z') };

/** Glances that a decoder must cope with. Their bodies are in docs/contract/glance-vectors.json. */
export const GLANCE_CASES: Readonly<Record<string, GlanceCase>> = {
  'all parts': { parts: ALL, view: METRIC },
  'imperial units': { parts: ALL, view: IMPERIAL },
  'rain in 12 minutes': { parts: withMinutes(RAIN_IN_12_MINUTES), view: METRIC },
  'rain that stops in 7 minutes': {
    parts: withMinutes(RAIN_IN_12_MINUTES),
    view: { ...METRIC, nowMs: METRIC.nowMs + 25 * MINUTE_MS },
  },
  'rain for the whole hour': { parts: withMinutes(rainFor(120)), view: METRIC },
  'rain whose end is unknown': { parts: withMinutes(rainFor(45)), view: METRIC },
  'a dry hour': {
    parts: withMinutes(RAIN_IN_12_MINUTES),
    view: { ...METRIC, nowMs: METRIC.nowMs + 40 * MINUTE_MS },
  },
  'no coverage of the next hour': {
    parts: { ...ALL, minutely: readingOf(null) },
    view: METRIC,
  },
  'only days': { parts: { daily: DAILY_READING }, view: METRIC },
  'no value known': {
    parts: {
      conditions: readingOf(withNulls(DRIZZLE, ['observedAtMs']), {
        place: { ...VILLAGE, name: null, position: null, timeZone: null },
      }),
      hourly: readingOf(
        { hours: RAINY_HOURS.hours.map((hour) => withNulls(hour, ['startsAtMs'])) },
        { place: { ...VILLAGE, position: null } },
      ),
      daily: readingOf({
        timeZone: null,
        days: RAINY_DAYS.days.map((day) => withNulls(day, ['date'])),
      }),
      alerts: readingOf(null),
    },
    view: METRIC,
  },
  'stale hours and expired days': {
    parts: {
      ...ALL,
      hourly: readingOf(RAINY_HOURS, { freshness: 'stale', freshUntilMs: METRIC.nowMs - 60_000 }),
      daily: readingOf(RAINY_DAYS, { freshness: 'expired', freshUntilMs: METRIC.nowMs - 600_000 }),
    },
    view: METRIC,
  },
  'an alert in force': { parts: { ...ALL, alerts: readingOf({ alerts: [GALE] }) }, view: METRIC },
  'two providers': {
    parts: { ...ALL, hourly: readingOf(RAINY_HOURS, { provider: OPEN_METEO }) },
    view: METRIC,
  },
  'an offset of +5:45 and a name in Devanagari': { parts: sunlessAt(KATHMANDU), view: METRIC },
  'an offset of -9:30, on the day before': { parts: sunlessAt(TAIOHAE), view: METRIC },
  'polar night': { parts: sunlessAt(LONGYEARBYEN), view: METRIC },
  'polar day': { parts: sunlessAt(MCMURDO), view: METRIC },
  'temperatures far below zero': {
    parts: {
      ...ALL,
      conditions: readingOf({ ...DRIZZLE, temperatureCelsius: -61.7, feelsLikeCelsius: -80.2 }),
    },
    view: IMPERIAL,
  },
  'clocks go forward in the night': {
    parts: { conditions: CONDITIONS_READING, alerts: ALERTS_READING },
    view: SPRING_NIGHT,
  },
};
