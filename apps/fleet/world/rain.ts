import type { ForecastHour } from '../../../src/weather/datasets/hourly/hourly-forecast.js';
import { mayRainSoon } from '../../../src/weather/datasets/minutely/may-rain-soon.js';
import { ASSUMPTIONS } from './assumptions.js';
import { Random } from './random.js';

const HOUR_MS = 3_600_000;
const RAIN = 5;
const WET_PERCENT = 60;

const DRY: ForecastHour = {
  startsAtMs: 0,
  condition: 'clear',
  isDay: null,
  temperatureCelsius: null,
  feelsLikeCelsius: null,
  humidityPercent: null,
  cloudCoverPercent: null,
  windKilometersPerHour: null,
  gustKilometersPerHour: null,
  windFromDegrees: null,
  visibilityMeters: null,
  precipitationProbabilityPercent: 0,
  precipitationMillimeters: null,
  snowCentimeters: null,
  uvIndex: null,
};

/**
 * By hour since the start of the plan, whether the hourly record of a city makes rain likely: the product's rule over
 * a forecast of wet and dry spells.
 */
export function rainLikelyByHour(seed: number, row: number, hours: number): Uint8Array {
  const forecast = forecastOf(new Random(seed, RAIN, row), hours + 1);
  // In the middle of an hour the rule looks at that hour and the next.
  return Uint8Array.from({ length: hours }, (_, hour) =>
    mayRainSoon({ hours: forecast.slice(hour, hour + 2) }, (hour + 0.5) * HOUR_MS) ? 1 : 0,
  );
}

/** A Markov chain of wet and dry hours. */
function forecastOf(random: Random, hours: number): readonly ForecastHour[] {
  const { wetShare, spellHours } = ASSUMPTIONS.rain;
  const starts = wetShare / ((1 - wetShare) * spellHours);
  let isWet = random.unit() < wetShare;
  return Array.from({ length: hours }, (_, hour) => {
    const precipitationProbabilityPercent = isWet ? WET_PERCENT : 0;
    isWet = isWet ? random.unit() >= 1 / spellHours : random.unit() < starts;
    return { ...DRY, startsAtMs: hour * HOUR_MS, precipitationProbabilityPercent };
  });
}
