type Fields = Readonly<Record<string, unknown>>;
type Lists = Readonly<Record<string, readonly unknown[]>>;

/** 1 January 2026, midnight UTC. */
export const NEW_YEAR_SECONDS = 1_767_225_600;
const HOUR_SECONDS = 3_600;
const DAY_SECONDS = 86_400;

/** The unit of each variable with `timeformat=unixtime` and metric units. */
const UNITS: Readonly<Record<string, string>> = {
  time: 'unixtime',
  sunrise: 'unixtime',
  sunset: 'unixtime',
  interval: 'seconds',
  weather_code: 'wmo code',
  is_day: '',
  temperature_2m: '°C',
  temperature_2m_min: '°C',
  temperature_2m_max: '°C',
  apparent_temperature: '°C',
  dew_point_2m: '°C',
  relative_humidity_2m: '%',
  cloud_cover: '%',
  precipitation_probability: '%',
  precipitation_probability_max: '%',
  wind_speed_10m: 'km/h',
  wind_speed_10m_max: 'km/h',
  wind_gusts_10m: 'km/h',
  wind_gusts_10m_max: 'km/h',
  wind_direction_10m: '°',
  wind_direction_10m_dominant: '°',
  pressure_msl: 'hPa',
  visibility: 'm',
  precipitation: 'mm',
  precipitation_sum: 'mm',
  rain: 'mm',
  showers: 'mm',
  snowfall: 'cm',
  snowfall_sum: 'cm',
  uv_index: '',
  uv_index_max: '',
};

/** A block and its units, like `current`, `hourly` and `daily`. */
export function block(name: string, values: Fields, units: Fields = {}): Fields {
  const usual = Object.keys(values).map((variable) => [variable, UNITS[variable]]);
  return { [`${name}_units`]: { ...Object.fromEntries(usual), ...units }, [name]: values };
}

/** A response with its header fields and blocks. */
export function answer(...parts: readonly Fields[]): Fields {
  const head = {
    latitude: 48.88,
    longitude: 2.3000002,
    generationtime_ms: 0.21,
    utc_offset_seconds: 0,
    timezone: 'GMT',
    timezone_abbreviation: 'GMT',
    elevation: 41,
  };
  return Object.assign({}, head, ...parts) as Fields;
}

/** The block of `current=` at 00:15 UTC. */
export const CURRENT: Fields = {
  time: NEW_YEAR_SECONDS + 900,
  interval: 900,
  weather_code: 61,
  is_day: 0,
  temperature_2m: 7.5,
  apparent_temperature: 4.2,
  dew_point_2m: 6.1,
  relative_humidity_2m: 91,
  cloud_cover: 100,
  wind_speed_10m: 18.4,
  wind_gusts_10m: 33.5,
  wind_direction_10m: 225,
  pressure_msl: 1_008.5,
  visibility: 9_700,
  uv_index: 0.45,
};

/** The hours that end at 00:00 and at 01:00. */
const PRECIPITATION: Lists = {
  time: [NEW_YEAR_SECONDS, NEW_YEAR_SECONDS + HOUR_SECONDS],
  precipitation: [0.8, 1.6],
};

export function conditionsAnswer(changes: Fields = {}, hourly: Fields = {}): Fields {
  return answer(
    block('current', { ...CURRENT, ...changes }),
    block('hourly', { ...PRECIPITATION, ...hourly }),
  );
}

/** The record read from `conditionsAnswer()`. */
export const EXPECTED_CONDITIONS = {
  observedAtMs: Date.UTC(2026, 0, 1, 0, 15),
  condition: 'rain',
  isDay: false,
  temperatureCelsius: 7.5,
  feelsLikeCelsius: 4.2,
  dewPointCelsius: 6.1,
  humidityPercent: 91,
  cloudCoverPercent: 100,
  windKilometersPerHour: 18.4,
  gustKilometersPerHour: 33.5,
  windFromDegrees: 225,
  pressureHectopascals: 1_008.5,
  pressureTrend: null,
  visibilityMeters: 9_700,
  precipitationPastHourMillimeters: 1,
  precipitationKind: 'rain',
  uvIndex: 0,
} as const;

/** 25 hours from 00:00 UTC; values of the hour before a row are numbered from 0. */
export function hourlyAnswer(changes: Fields = {}, units: Fields = {}): Fields {
  const rows = Array.from({ length: 25 }, (_, row) => row);
  const lists: Lists = {
    time: rows.map((row) => NEW_YEAR_SECONDS + row * HOUR_SECONDS),
    weather_code: rows.map(() => 3),
    is_day: rows.map((row) => (row >= 8 && row < 16 ? 1 : 0)),
    temperature_2m: rows.map((row) => 5 + row / 10),
    apparent_temperature: rows.map((row) => 2 + row / 10),
    relative_humidity_2m: rows.map((row) => 60 + row),
    cloud_cover: rows.map((row) => 70 + row),
    wind_speed_10m: rows.map((row) => 10 + row),
    wind_direction_10m: rows.map((row) => 200 + row),
    visibility: rows.map((row) => 9_000 + row),
    wind_gusts_10m: rows.map((row) => 30 + row),
    precipitation_probability: rows.map((row) => row),
    precipitation: rows.map((row) => row / 10),
    snowfall: rows.map((row) => row / 100),
    uv_index: rows.map((row) => row),
  };
  return answer(block('hourly', { ...lists, ...changes }, units));
}

/** Ten steps of 15 minutes from 00:00 UTC: those that end at 00:15 and at 00:30 are wet. */
export function minutelyAnswer(changes: Fields = {}, units: Fields = {}): Fields {
  const rows = Array.from({ length: 10 }, (_, row) => row);
  const wet = [0, 0.3, 0.05, 0, 0, 0, 0, 0, 0, 0];
  const lists: Lists = {
    time: rows.map((row) => NEW_YEAR_SECONDS + row * 900),
    precipitation: wet,
    rain: wet,
    showers: rows.map(() => 0),
    snowfall: rows.map(() => 0),
    weather_code: rows.map(() => 3),
  };
  return answer(block('minutely_15', { ...lists, ...changes }, units));
}

export interface Days {
  /** Of the first row, UTC. */
  readonly startSeconds: number;
  readonly utcOffsetSeconds: number;
  readonly timezone: string;
  readonly count?: number;
}

export const PARIS_DAYS: Days = {
  startSeconds: NEW_YEAR_SECONDS - HOUR_SECONDS,
  utcOffsetSeconds: HOUR_SECONDS,
  timezone: 'Europe/Paris',
};

/** Rows of 24 hours each, regardless of clock changes, like those of the vendor. */
export function dailyAnswer(days: Days = PARIS_DAYS, changes: Fields = {}): Fields {
  const rows = Array.from({ length: days.count ?? 10 }, (_, row) => row);
  const starts = rows.map((row) => days.startSeconds + row * DAY_SECONDS);
  const lists: Lists = {
    time: starts,
    weather_code: rows.map(() => 63),
    temperature_2m_min: rows.map((row) => row - 2),
    temperature_2m_max: rows.map((row) => row + 6),
    precipitation_probability_max: rows.map((row) => 80 + row),
    precipitation_sum: rows.map((row) => row / 10),
    snowfall_sum: rows.map((row) => row / 100),
    wind_speed_10m_max: rows.map((row) => 25 + row),
    wind_gusts_10m_max: rows.map((row) => 50 + row),
    wind_direction_10m_dominant: rows.map((row) => 230 + row),
    uv_index_max: rows.map((row) => row + 0.55),
    sunrise: starts.map((start) => start + 31_320),
    sunset: starts.map((start) => start + 61_380),
  };
  return answer(
    { utc_offset_seconds: days.utcOffsetSeconds, timezone: days.timezone },
    block('daily', { ...lists, ...changes }),
  );
}
