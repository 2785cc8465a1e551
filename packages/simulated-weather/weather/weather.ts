import { clamp, modulo, round } from '../maths/numbers.js';
import { comfortOf, type Comfort } from './comfort.js';
import { AIR_MASSES, CELLS, FRONTS, STEERING } from './fields.js';
import { precipitationType, rateAt, type PrecipitationType } from './precipitation.js';
import type { Site } from '../maths/earth.js';
import { isDaylight, sineOfSunHeight } from '../astronomy/sun.js';
import { temperatureAt } from './temperature.js';
import { valueAt } from '../maths/waves.js';

const WET_SPREAD_C = 0.7;
const FOG_PERCENT = 96;
const FOG_KM = 0.8;
/** The vendor reports a ceiling even for a clear sky (facts, section 2.2). */
const CLEAR_CEILING_M = 10_973;

/** The weather of one place at one instant, in SI-like units. */
export interface Weather {
  readonly isDay: boolean;
  readonly temperatureC: number;
  readonly dewPointC: number;
  readonly humidityPercent: number;
  readonly fog: boolean;
  readonly comfort: Comfort;
  readonly wind: Wind;
  readonly pressureMb: number;
  readonly cloudPercent: number;
  readonly ceilingM: number;
  readonly visibilityKm: number;
  readonly rateMmPerHour: number;
  readonly precipitation: PrecipitationType | null;
  readonly light: Light;
}

export interface Light {
  readonly uvIndex: number;
  readonly irradianceWm2: number;
}

export interface Wind {
  readonly speedKmh: number;
  readonly gustKmh: number;
  /** Where it comes from, 0 to 359. */
  readonly degrees: number;
}

/**
 * A pure function: the same place and instant give the same weather in every process.
 * @param rateMmPerHour for callers that know the mean over an hour; else that of the instant.
 */
export function weatherAt(
  site: Site,
  epochMs: number,
  rateMmPerHour = rateAt(site, epochMs),
): Weather {
  const front = valueAt(FRONTS, site, epochMs);
  const cell = valueAt(CELLS, site, epochMs);
  const temperatureC = temperatureAt(site, epochMs);
  const cloudPercent = cloudOf(front, cell, rateMmPerHour);
  const spreadC = rateMmPerHour > 0 ? WET_SPREAD_C : drySpread(temperatureC, cloudPercent, cell);
  const { dewPointC, humidityPercent, fog } = moistureOf(temperatureC, spreadC);
  const wind = windOf(valueAt(STEERING, site, epochMs), front, cell);
  const light = lightOf(site, epochMs, cloudPercent);
  return {
    isDay: isDaylight(site, epochMs),
    temperatureC,
    dewPointC,
    humidityPercent,
    fog,
    comfort: comfortOf({ temperatureC, dewPointC, windKmh: wind.speedKmh, ...light }),
    wind,
    pressureMb: 1013 - 9 * front,
    cloudPercent,
    ceilingM: cloudPercent < 50 ? CLEAR_CEILING_M : round(6000 - 55 * cloudPercent),
    visibilityKm: fog ? FOG_KM : clearKm(humidityPercent, front) / (1 + 1.5 * rateMmPerHour),
    rateMmPerHour,
    precipitation: fallingAt(site, epochMs, temperatureC, rateMmPerHour),
    light,
  };
}

function cloudOf(front: number, cell: number, rateMmPerHour: number): number {
  return clamp(round(45 + 30 * front + 8 * cell), rateMmPerHour > 0 ? 45 : 0, 100);
}

function fallingAt(
  site: Site,
  epochMs: number,
  temperatureC: number,
  rateMmPerHour: number,
): PrecipitationType | null {
  if (rateMmPerHour === 0) return null;
  return precipitationType(temperatureC, valueAt(AIR_MASSES, site, epochMs) > 0.6);
}

/** How far the dew point lies below a dry air's temperature: more when warm, clear and gusty. */
function drySpread(temperatureC: number, cloudPercent: number, cell: number): number {
  const warmth = clamp(0.35 + 0.025 * temperatureC, 0.15, 1.1);
  return 0.15 + warmth * (14 - 0.12 * cloudPercent) * clamp(1 - 0.45 * cell, 0.05, 1.6);
}

function moistureOf(temperatureC: number, spreadC: number) {
  const dewPointC = temperatureC - spreadC;
  const humidity = (100 * saturation(dewPointC)) / saturation(temperatureC);
  return {
    dewPointC,
    humidityPercent: clamp(round(humidity), 1, 100),
    fog: humidity > FOG_PERCENT,
  };
}

/** Vapour pressure over water in hPa (Magnus). */
function saturation(temperatureC: number): number {
  return 6.112 * Math.exp((17.62 * temperatureC) / (243.12 + temperatureC));
}

function windOf(steering: number, front: number, cell: number): Wind {
  const speedKmh = 3 + 5 * Math.max(0, front) ** 1.5 + 4 * steering ** 2 + Math.abs(cell);
  const gustFactor = 1.4 + 0.25 * Math.max(0, front);
  return {
    speedKmh,
    gustKmh: speedKmh * gustFactor + 2,
    degrees: Math.floor(modulo(250 + 70 * steering, 360)),
  };
}

function lightOf(site: Site, epochMs: number, cloudPercent: number): Light {
  const height = Math.max(0, sineOfSunHeight(site, epochMs));
  const shade = 1 - 0.7 * (cloudPercent / 100) ** 2;
  return {
    uvIndex: 12.5 * height ** 1.6 * shade,
    irradianceWm2: 1050 * height * shade,
  };
}

function clearKm(humidityPercent: number, front: number): number {
  return clamp(48 - 0.35 * humidityPercent - 3 * front, 4, 48);
}
