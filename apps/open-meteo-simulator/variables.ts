import { sunTimes } from '../../packages/simulated-weather/astronomy/sun.js';
import type { Site } from '../../packages/simulated-weather/maths/earth.js';
import { DAY_MS, HOUR_MS, round, sum } from '../../packages/simulated-weather/maths/numbers.js';
import { hourFrom, type Hour } from '../../packages/simulated-weather/weather/hour.js';
import { liquidMm, SHARES } from '../../packages/simulated-weather/weather/precipitation.js';
import { weatherAt, type Weather } from '../../packages/simulated-weather/weather/weather.js';
import { weatherCodeOf } from './weather-code.js';

/** A variable in its metric unit, as the vendor spells it; instants are in milliseconds. */
export interface Variable {
  readonly unit: string;
  /** @param spanMs period of a sum, mean or maximum: it ends at `atMs`, except for a day */
  readonly at: (site: Site, atMs: number, spanMs: number) => number | null;
}

const MAX_MEMOIZED = 1_000;

/** All variables of a response use the same instants, so that each is computed once. */
function memoized<T>(compute: (site: Site, atMs: number) => T): (site: Site, atMs: number) => T {
  const cache = new Map<string, T>();
  return (site, atMs) => {
    const key = `${site.latitude},${site.longitude},${atMs}`;
    const value = cache.get(key) ?? compute(site, atMs);
    if (cache.size >= MAX_MEMOIZED) cache.clear();
    cache.set(key, value);
    return value;
  };
}

const weatherOf = memoized((site, atMs) => weatherAt(site, atMs));
/** The 24 hours from an instant, regardless of clock changes. */
const hoursOf = memoized((site, startMs): readonly Hour[] =>
  Array.from({ length: DAY_MS / HOUR_MS }, (_, hour) => hourFrom(site, startMs + hour * HOUR_MS)),
);

const instant = (unit: string, value: (weather: Weather) => number, digits = 1): Variable => ({
  unit,
  at: (site, atMs) => round(value(weatherOf(site, atMs)), digits),
});
const preceding = (unit: string, value: (weather: Weather) => number, digits = 1): Variable => ({
  unit,
  at: (site, atMs, spanMs) => round(value(weatherOf(site, atMs - spanMs / 2)), digits),
});
const ofDay = (unit: string, value: (hours: readonly Hour[]) => number, digits = 1): Variable => ({
  unit,
  at: (site, startMs) => round(value(hoursOf(site, startMs)), digits),
});
const maximum = (value: (hour: Hour) => number) => (hours: readonly Hour[]) =>
  Math.max(...hours.map(value));
const minimum = (value: (hour: Hour) => number) => (hours: readonly Hour[]) =>
  Math.min(...hours.map(value));
const total = (value: (hour: Hour) => number) => (hours: readonly Hour[]) => sum(hours.map(value));

/** The variables of `current=`, `minutely_15=` and `hourly=`. */
export const INSTANT_VARIABLES: Readonly<Record<string, Variable>> = {
  weather_code: instant('wmo code', weatherCodeOf, 0),
  is_day: instant('', ({ isDay }) => Number(isDay), 0),
  temperature_2m: instant('°C', ({ temperatureC }) => temperatureC),
  apparent_temperature: instant('°C', ({ comfort }) => comfort.apparentC),
  dew_point_2m: instant('°C', ({ dewPointC }) => dewPointC),
  relative_humidity_2m: instant('%', ({ humidityPercent }) => humidityPercent, 0),
  cloud_cover: instant('%', ({ cloudPercent }) => cloudPercent, 0),
  wind_speed_10m: instant('km/h', ({ wind }) => wind.speedKmh),
  wind_direction_10m: instant('°', ({ wind }) => wind.degrees, 0),
  pressure_msl: instant('hPa', ({ pressureMb }) => pressureMb),
  visibility: instant('m', ({ visibilityKm }) => visibilityKm * 1000, 0),
  wind_gusts_10m: preceding('km/h', ({ wind }) => wind.gustKmh),
  uv_index: preceding('', ({ light }) => light.uvIndex, 2),
  precipitation: {
    unit: 'mm',
    at: (site, atMs, spanMs) => round(liquidMm(site, atMs - spanMs, atMs), 2),
  },
  rain: { unit: 'mm', at: (site, atMs, spanMs) => round(rainMm(site, atMs, spanMs), 2) },
  // All rain is of fronts.
  showers: { unit: 'mm', at: () => 0 },
  snowfall: { unit: 'cm', at: (site, atMs, spanMs) => round(snowCm(site, atMs, spanMs), 2) },
  precipitation_probability: {
    unit: '%',
    at: (site, atMs) => hourFrom(site, atMs - HOUR_MS).probabilityPercent,
  },
};

/** The variables of `daily=`; `atMs` is the start of the day. */
export const DAILY_VARIABLES: Readonly<Record<string, Variable>> = {
  weather_code: ofDay('wmo code', maximum(weatherCodeOf), 0),
  temperature_2m_min: ofDay(
    '°C',
    minimum(({ temperatureC }) => temperatureC),
  ),
  temperature_2m_max: ofDay(
    '°C',
    maximum(({ temperatureC }) => temperatureC),
  ),
  precipitation_probability_max: ofDay(
    '%',
    maximum(({ probabilityPercent }) => probabilityPercent),
    0,
  ),
  precipitation_sum: {
    unit: 'mm',
    at: (site, startMs) => round(liquidMm(site, startMs, startMs + DAY_MS), 2),
  },
  snowfall_sum: ofDay(
    'cm',
    total(({ snowCm: deep }) => deep),
    2,
  ),
  wind_speed_10m_max: ofDay(
    'km/h',
    maximum(({ wind }) => wind.speedKmh),
  ),
  wind_gusts_10m_max: ofDay(
    'km/h',
    maximum(({ wind }) => wind.gustKmh),
  ),
  wind_direction_10m_dominant: ofDay('°', (hours) => hours[12]?.wind.degrees ?? 0, 0),
  uv_index_max: ofDay(
    '',
    maximum(({ light }) => light.uvIndex),
    2,
  ),
  sunrise: { unit: 'time', at: (site, startMs) => sunOf(site, startMs).riseMs },
  sunset: { unit: 'time', at: (site, startMs) => sunOf(site, startMs).setMs },
};

/** The vendor counts freezing rain as rain. */
function rainMm(site: Site, atMs: number, spanMs: number): number {
  const { precipitation } = weatherOf(site, atMs - spanMs / 2);
  const { rainMm: rain, iceMm: ice } = SHARES[precipitation ?? 'Rain'];
  return (rain + ice) * liquidMm(site, atMs - spanMs, atMs);
}

function snowCm(site: Site, atMs: number, spanMs: number): number {
  const { precipitation } = weatherOf(site, atMs - spanMs / 2);
  const share = precipitation ? SHARES[precipitation].snowCm : 0;
  return share * liquidMm(site, atMs - spanMs, atMs);
}

/** As the vendor: in polar night both are at midnight, in polar day they are a day apart. */
function sunOf(site: Site, startMs: number): { riseMs: number; setMs: number } {
  const noonMs = startMs + DAY_MS / 2;
  const times = sunTimes(site, noonMs);
  if (times) return times;
  const isPolarDay = weatherOf(site, noonMs).isDay;
  return { riseMs: startMs, setMs: isPolarDay ? startMs + DAY_MS : startMs };
}
