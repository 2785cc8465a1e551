import { radians } from '../../../../packages/simulated-weather/maths/earth.js';
import { DAY_MS, round } from '../../../../packages/simulated-weather/maths/numbers.js';
import type { Place } from '../../../../packages/simulated-weather/world/place.js';
import { AIR_QUALITY_TEXTS, POLLEN_TEXTS, UV_TEXTS } from '../../i18n/scales.js';
import { inLanguage, textOf, type Scale } from '../../i18n/text.js';
import { hasAirQuality, hasPollen } from '../location-body.js';
import type { View } from '../view.js';
import type { Day } from './day.js';

type PollenName = keyof typeof POLLEN_TEXTS;

/** The month in which most particles of a kind fly on the northern hemisphere, and how many per cubic metre. */
const PEAKS: Readonly<Record<PollenName, { month: number; particles: number }>> = {
  Grass: { month: 6, particles: 60 },
  Mold: { month: 8, particles: 15_000 },
  Ragweed: { month: 9, particles: 120 },
  Tree: { month: 4, particles: 700 },
};
const MONTHS = 12;
const MONTH_MS = (365.25 * DAY_MS) / MONTHS;
/** Months before and after the peak. */
const HALF_SEASON = 3;

/** `AirAndPollen` of a day (facts, section E). */
export function airAndPollen(day: Day, { place, language }: View) {
  const uvIndex = Math.max(...day.hours.map((hour) => round(hour.light.uvIndex)));
  const airQuality = hasAirQuality(place) ? airQualityOf(place, uvIndex) : 0;
  return [
    {
      Name: 'AirQuality',
      Value: airQuality,
      ...category(AIR_QUALITY_TEXTS, airQuality, language),
      Type: 'Ozone',
    },
    ...Object.entries(POLLEN_TEXTS).map(([Name, scale]) => {
      const particles = hasPollen(place) ? particlesOf(Name as PollenName, place, day) : 0;
      return { Name, Value: particles, ...category(scale, particles, language) };
    }),
    { Name: 'UVIndex', Value: uvIndex, ...category(UV_TEXTS, uvIndex, language) },
  ];
}

/** Ozone forms in the sun; some cities have more of it. */
function airQualityOf({ longitude }: Place, uvIndex: number): number {
  return round(18 + 6 * uvIndex + 40 * Math.abs(Math.sin(radians(longitude * 7))));
}

/** None outside the season of the hemisphere. */
function particlesOf(name: PollenName, { latitude }: Place, { morningMs }: Day): number {
  const { month, particles } = PEAKS[name];
  const peakMonth = latitude >= 0 ? month : month + MONTHS / 2;
  const monthsSincePeak = morningMs / MONTH_MS - (peakMonth - 0.5);
  const fromPeak = Math.abs(monthsSincePeak - MONTHS * Math.round(monthsSincePeak / MONTHS));
  return fromPeak < HALF_SEASON ? round(particles * (1 - fromPeak / HALF_SEASON)) : 0;
}

function category(scale: Scale, value: number, language: string) {
  return {
    Category: inLanguage(textOf(scale, value), language),
    CategoryValue: scale.findIndex(([limit]) => value < limit) + 1,
  };
}
