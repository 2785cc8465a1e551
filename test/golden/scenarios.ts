import {
  AMERICAN_SMOG,
  EUROPEAN_SUMMER,
  moon,
  NEW_CATEGORIES,
  NO_AIR,
  NO_MOON,
  ZEROS,
} from './air-and-moon.js';
import type {
  ProviderAlert,
  ProviderDay,
  ProviderHour,
  ProviderConditions,
  Scenario,
  UnitTypes,
} from './provider-data.js';

/** °C, km/h, mm, cm, mb, km. */
export const METRIC: UnitTypes = {
  temperature: 17,
  speed: 7,
  water: 3,
  snow: 4,
  pressure: 14,
  visibility: 6,
};
/** °F, kts, in, in, inHg, mi: units that the API does not request. */
const UNREQUESTED_UNITS: UnitTypes = {
  temperature: 18,
  speed: 8,
  water: 1,
  snow: 1,
  pressure: 12,
  visibility: 2,
};
/** Codes that are not in the vendor's table. */
const UNKNOWN_UNITS: UnitTypes = {
  temperature: 99,
  speed: 99,
  water: 99,
  snow: 99,
  pressure: 99,
  visibility: 99,
};

const NOTHING_NOW: ProviderConditions = {
  icon: null,
  isDay: null,
  temperature: null,
  feelsLike: null,
  dewPoint: null,
  humidity: null,
  cloudCover: null,
  wind: null,
  gust: null,
  from: null,
  pressure: null,
  tendency: null,
  visibility: null,
  pastHour: null,
  falls: null,
  uv: null,
};

export const RAIN: ProviderConditions = {
  icon: 18,
  isDay: true,
  temperature: 14.6,
  feelsLike: 11.3,
  dewPoint: 12.9,
  humidity: 89,
  cloudCover: 100,
  wind: 24.1,
  gust: 48.2,
  from: 360,
  pressure: 1003.7,
  tendency: 'F',
  visibility: 4.8,
  pastHour: 1.3,
  falls: 'Rain',
  uv: 2,
};
const SNOW: ProviderConditions = {
  icon: 22,
  isDay: false,
  temperature: -2.5,
  feelsLike: -9.7,
  dewPoint: -3.4,
  humidity: 93,
  cloudCover: 98,
  wind: 33.3,
  gust: 61.1,
  from: 225,
  pressure: 987.2,
  tendency: 'R',
  visibility: 0.8,
  pastHour: 0.9,
  falls: 'Snow',
  uv: 0,
};
const CLEAR_NIGHT: ProviderConditions = {
  ...RAIN,
  icon: 33,
  isDay: false,
  temperature: 23.4,
  feelsLike: 23.9,
  cloudCover: 0,
  pressure: 1016.1,
  tendency: 'S',
  visibility: 16.1,
  pastHour: 0,
  falls: null,
  uv: 0,
};
const FOG: ProviderConditions = {
  ...CLEAR_NIGHT,
  icon: 11,
  temperature: 15.1,
  humidity: 100,
  cloudCover: 100,
  wind: 0,
  gust: 3.7,
  from: 0,
  visibility: 0.2,
};

const HOUR_COLUMNS = [
  ...(['icon', 'isDay', 'temperature', 'feelsLike', 'humidity', 'cloudCover', 'wind'] as const),
  ...(['gust', 'from', 'visibility', 'probability', 'water', 'snow', 'uv'] as const),
];

function hour(row: readonly (number | boolean)[]): ProviderHour {
  return Object.fromEntries(HOUR_COLUMNS.map((column, index) => [column, row[index]])) as never;
}

// icon, by day, °C, feels, humidity, cloud, wind, gust, from, km, probability, mm, cm, UV
export const RAINY_HOURS = [
  hour([18, true, 14.9, 11.9, 88, 100, 22.2, 44.4, 10, 4.8, 90, 1.4, 0, 2]),
  hour([18, true, 14.6, 11.3, 89, 100, 24.1, 48.2, 350, 4.8, 87, 1.3, 0, 2]),
  hour([12, true, 15.2, 12.4, 85, 91, 20.4, 40.7, 355, 8, 55, 0.5, 0, 3]),
  hour([15, true, 16.05, 13.3, 80, 85, 18.5, 63, 5, 11.3, 40, 2.25, 0, 3]),
  hour([6, true, 16.7, 15, 74, 76, 14.8, 29.6, 20, 16.1, 14, 0, 0, 4]),
  hour([4, true, 17.3, 16.6, 70, 55, 13, 25.9, 33, 16.1, 7, 0, 0, 4]),
  hour([2, true, 18, 17.8, 64, 21, 11.1, 22.2, 45, 16.1, 1, 0, 0, 3]),
  hour([35, false, 13.7, 13.2, 81, 30, 7.4, 14.8, 60, 16.1, 0, 0, 0, 0]),
];
const MILD_HOUR = hour([2, true, 19.4, 19.9, 60, 21, 11.1, 22.2, 45, 16.1, 1, 0, 0, 3]);
const SNOWY_HOURS = [
  hour([22, false, -2.9, -10.2, 94, 99, 31.5, 59.3, 230, 0.8, 95, 0.9, 1.1, 0]),
  hour([22, false, -2.5, -9.7, 93, 98, 33.3, 61.1, 225, 0.8, 95, 0.9, 1.3, 0]),
  hour([29, true, 0.4, -5.5, 90, 96, 29.6, 55.6, 220, 3.2, 80, 1.1, 0.25, 1]),
  hour([25, true, -0.04, -6.1, 91, 97, 27.8, 50, 215, 2.4, 75, 0.7, 0.1, 1]),
  hour([26, true, -0.6, -6.6, 92, 97, 25.9, 48.2, 210, 2.4, 60, 0.4, 0, 1]),
];
const CLEAR_HOURS = [
  hour([33, false, 23.6, 24.1, 71, 0, 16.7, 27.8, 70, 16.1, 0, 0, 0, 0]),
  hour([33, false, 23.4, 23.9, 72, 0, 16.7, 27.8, 70, 16.1, 0, 0, 0, 0]),
  hour([34, false, 23.1, 23.5, 74, 12, 14.8, 24.1, 75, 16.1, 2, 0, 0, 0]),
  hour([1, true, 24.9, 27.2, 66, 3, 18.5, 31.5, 80, 16.1, 2, 0, 0, 6]),
];
const NOTHING_BUT_AN_ICON: ProviderHour = {
  icon: 11,
  isDay: null,
  temperature: null,
  feelsLike: null,
  humidity: null,
  cloudCover: null,
  wind: null,
  gust: null,
  from: null,
  visibility: null,
  probability: null,
  water: null,
  snow: null,
  uv: null,
};

const NO_HALF_DAY = { icon: null, probability: null, water: null, snow: null };
const NO_WIND = { wind: null, gust: null, from: null };

/** Rain by day, clear by night. */
export const wetDay = (
  date: string,
  sunrise: string | null,
  sunset: string | null,
): ProviderDay => ({
  date,
  low: 11.9,
  high: 18.4,
  uv: 4,
  day: { icon: 18, probability: 90, water: 7.1, snow: 0, wind: 22.2, gust: 55.6, from: 359 },
  night: { icon: 33, probability: 12, water: 0.2, snow: 0, wind: 9.3, gust: 63, from: 285 },
  sunrise,
  sunset,
  hoursOfSun: 3.6,
  ...ZEROS,
  moon: moon('First', 7, null, null),
});
export const snowyDay = (
  date: string,
  sunrise: string | null,
  sunset: string | null,
): ProviderDay => ({
  date,
  low: -6.35,
  high: -0.5,
  uv: 1,
  day: { icon: 22, probability: 70, water: 3.3, snow: 4.1, wind: 33.3, gust: 61.1, from: 225 },
  night: { icon: 44, probability: 85, water: 5.6, snow: 7.7, wind: 37, gust: 70.4, from: 240 },
  sunrise,
  sunset,
  hoursOfSun: 0,
  ...ZEROS,
  moon: moon('Full', 15, null, null),
});
const emptyDay = (date: string): ProviderDay => ({
  date,
  low: null,
  high: null,
  uv: null,
  day: { ...NO_HALF_DAY, ...NO_WIND, icon: 11 },
  night: { ...NO_HALF_DAY, ...NO_WIND },
  sunrise: null,
  sunset: null,
  hoursOfSun: null,
  ...NO_AIR,
  moon: NO_MOON,
});

const GALE: ProviderAlert = {
  id: 4711,
  title: 'Wind warning',
  priority: 2,
  category: 'WIND',
  source: 'Weather Office',
  area: 'Paris',
  text: 'Gusts of 110 km/h. Stay at home.',
  startsAt: '2026-06-21T08:00:00+02:00',
  endsAt: '2026-06-21T23:00:00+02:00',
};
const ENDED_ALERT: ProviderAlert = { ...GALE, id: 1, endsAt: '2026-06-21T13:00:00+02:00' };
const FLOOD: ProviderAlert = { ...GALE, id: 9, title: 'Flood', priority: 1, endsAt: null };

/** 11:20 UTC on 21 June. */
const MIDSUMMER = '2026-06-21T11:20:00Z';

export const SCENARIOS: readonly Scenario[] = [
  {
    name: 'rain',
    position: [48.8705, 2.3049],
    place: { name: 'Paris 08', country: 'FR', zone: 'Europe/Paris' },
    at: MIDSUMMER,
    has: ['DailyPollenForecast'],
    unitTypes: METRIC,
    now: RAIN,
    hours: RAINY_HOURS,
    days: [
      wetDay('2026-06-20', '2026-06-20T05:46:00+02:00', '2026-06-20T21:58:00+02:00'),
      {
        ...wetDay('2026-06-21', '2026-06-21T05:47:00+02:00', '2026-06-21T21:58:00+02:00'),
        ...EUROPEAN_SUMMER,
        moon: moon('First', 7, '2026-06-21T13:40:00+02:00', '2026-06-22T01:22:00+02:00'),
      },
      {
        ...wetDay('2026-06-22', '2026-06-22T05:47:00+02:00', '2026-06-22T21:58:00+02:00'),
        moon: moon('WaxingGibbous', 8, '2026-06-22T14:45:00+02:00', '2026-06-23T01:36:00+02:00'),
      },
    ],
    alerts: [ENDED_ALERT, GALE, FLOOD],
  },
  {
    name: 'snow',
    position: [-54.8019, -68.303],
    place: { name: 'Ushuaia', country: 'AR', zone: 'America/Argentina/Ushuaia' },
    at: MIDSUMMER,
    has: [],
    unitTypes: METRIC,
    now: SNOW,
    hours: SNOWY_HOURS,
    days: [
      {
        ...snowyDay('2026-06-21', '2026-06-21T09:58:00-03:00', '2026-06-21T17:11:00-03:00'),
        ...EUROPEAN_SUMMER,
      },
      snowyDay('2026-06-22', '2026-06-22T09:58:00-03:00', '2026-06-22T17:12:00-03:00'),
    ],
    alerts: [],
  },
  {
    name: 'night',
    position: [21.3069, -157.8583],
    place: { name: 'Honolulu', country: 'US', zone: 'Pacific/Honolulu' },
    at: MIDSUMMER,
    has: ['DailyAirQualityForecast', 'DailyPollenForecast'],
    unitTypes: METRIC,
    now: CLEAR_NIGHT,
    hours: CLEAR_HOURS,
    days: [
      {
        ...wetDay('2026-06-21', '2026-06-21T05:50:00-10:00', '2026-06-21T19:16:00-10:00'),
        moon: moon('WaningCrescent', 29, '2026-06-21T03:41:00-10:00', '2026-06-21T17:20:00-10:00'),
      },
    ],
    alerts: undefined,
  },
  {
    name: 'fog',
    position: [-12.0464, -77.0428],
    place: { name: 'Lima', country: 'PE', zone: 'America/Lima' },
    at: MIDSUMMER,
    has: [],
    unitTypes: METRIC,
    now: FOG,
    hours: [NOTHING_BUT_AN_ICON, ...RAINY_HOURS],
    days: [
      {
        ...wetDay('2026-06-21', '2026-06-21T06:28:00-05:00', '2026-06-21T17:53:00-05:00'),
        airQuality: AMERICAN_SMOG.airQuality,
        moon: moon('New', 0, null, null),
      },
    ],
    alerts: [],
  },
  {
    name: 'nulls',
    position: [27.7172, 85.324],
    place: { name: 'Kathmandu', country: 'NP', zone: 'Asia/Kathmandu' },
    at: MIDSUMMER,
    has: [],
    unitTypes: METRIC,
    now: NOTHING_NOW,
    hours: [NOTHING_BUT_AN_ICON, NOTHING_BUT_AN_ICON, NOTHING_BUT_AN_ICON],
    days: [emptyDay('2026-06-21'), emptyDay('2026-06-22')],
    alerts: [],
  },
  {
    name: 'polar day',
    position: [78.2232, 15.6267],
    place: { name: 'Longyearbyen', country: 'NO', zone: 'Arctic/Longyearbyen' },
    at: MIDSUMMER,
    has: [],
    polar: 'day',
    unitTypes: METRIC,
    now: FOG,
    hours: SNOWY_HOURS,
    days: [snowyDay('2026-06-21', null, null), snowyDay('2026-06-22', null, null)],
    alerts: [],
  },
  {
    name: '+14:00',
    position: [1.872, -157.4278],
    place: { name: 'Kiritimati', country: 'KI', zone: 'Pacific/Kiritimati' },
    at: MIDSUMMER,
    has: [],
    unitTypes: METRIC,
    now: CLEAR_NIGHT,
    hours: CLEAR_HOURS,
    days: ['2026-06-21', '2026-06-22', '2026-06-23', '2026-06-24'].map((date) =>
      wetDay(date, null, null),
    ),
    alerts: [],
  },
  {
    name: 'Auckland',
    position: [-36.8485, 174.7633],
    place: { name: 'Auckland', country: 'NZ', zone: 'Pacific/Auckland' },
    at: MIDSUMMER,
    has: ['DailyPollenForecast'],
    unitTypes: METRIC,
    now: CLEAR_NIGHT,
    hours: CLEAR_HOURS,
    days: [
      wetDay('2026-06-20', '2026-06-20T07:33:00+12:00', '2026-06-20T17:12:00+12:00'),
      wetDay('2026-06-21', '2026-06-21T07:33:00+12:00', '2026-06-21T17:12:00+12:00'),
      wetDay('2026-06-22', '2026-06-22T07:34:00+12:00', '2026-06-22T17:12:00+12:00'),
    ],
    alerts: [],
  },
  {
    name: 'unknown icon',
    position: [-1.2921, 36.8219],
    place: { name: 'Nairobi', country: 'KE', zone: 'Africa/Nairobi' },
    at: MIDSUMMER,
    has: [],
    unitTypes: METRIC,
    now: { ...RAIN, icon: 45 },
    hours: [10, 27, 0, null].map((icon) => ({ ...MILD_HOUR, icon })),
    days: [
      { ...emptyDay('2026-06-21'), high: 24.4, day: { ...NO_HALF_DAY, ...NO_WIND, icon: 99 } },
    ],
    alerts: [],
  },
  {
    name: 'unknown unit code',
    position: [-13.8333, -171.7667],
    place: { name: 'Apia', country: 'WS', zone: 'Pacific/Apia' },
    at: MIDSUMMER,
    has: [],
    unitTypes: UNKNOWN_UNITS,
    now: RAIN,
    hours: RAINY_HOURS,
    days: [wetDay('2026-06-22', '2026-06-22T06:44:00+13:00', '2026-06-22T18:02:00+13:00')],
    alerts: [],
  },
  {
    name: 'units that were not requested',
    position: [40.7128, -74.006],
    place: { name: 'New York', country: 'US', zone: 'America/New_York' },
    at: MIDSUMMER,
    has: ['DailyAirQualityForecast', 'DailyPollenForecast'],
    unitTypes: UNREQUESTED_UNITS,
    now: {
      ...RAIN,
      temperature: 71,
      feelsLike: 70,
      dewPoint: 65,
      wind: 13,
      gust: 26,
      pressure: 29.64,
      visibility: 3,
      pastHour: 0.05,
    },
    hours: RAINY_HOURS,
    days: [
      {
        ...wetDay('2026-06-21', '2026-06-21T05:25:00-04:00', '2026-06-21T20:31:00-04:00'),
        ...AMERICAN_SMOG,
      },
      {
        ...wetDay('2026-06-22', '2026-06-22T05:25:00-04:00', '2026-06-22T20:31:00-04:00'),
        ...NEW_CATEGORIES,
      },
    ],
    alerts: [],
  },
];
