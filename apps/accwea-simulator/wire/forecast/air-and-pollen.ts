import { radians } from '../../../../packages/simulated-weather/maths/earth.js';
import { round } from '../../../../packages/simulated-weather/maths/numbers.js';
import { POLLUTION_TEXTS, UV_TEXTS } from '../../i18n/scales.js';
import { inLanguage, text, textOf, type Scale } from '../../i18n/text.js';
import type { View } from '../view.js';
import type { Day } from './day.js';

/** Countries where pollen is counted; elsewhere the values are 0, not null (facts, section 2.3). */
const POLLEN_COUNTRIES = ['US', 'CA', 'FR', 'DE', 'GB', 'PL', 'CZ'];
const POLLENS = ['Grass', 'Mold', 'Ragweed', 'Tree'];
const LOW = text('Low', 'Faible');

/** `AirAndPollen` of a day. */
export function airAndPollen(day: Day, { place, language }: View) {
  const uvIndex = Math.max(...day.hours.map((hour) => round(hour.light.uvIndex)));
  const ozone = round(18 + 2 * uvIndex + 12 * Math.abs(Math.sin(radians(place.longitude * 7))));
  const isCounted = POLLEN_COUNTRIES.includes(place.countryId);
  return [
    {
      Name: 'AirQuality',
      Value: ozone,
      ...category(POLLUTION_TEXTS, ozone, language),
      Type: 'Ozone',
    },
    ...POLLENS.map((Name) => ({
      Name,
      Value: isCounted ? POLLENS.indexOf(Name) * 2 + 1 : 0,
      Category: inLanguage(LOW, language),
      CategoryValue: 1,
    })),
    { Name: 'UVIndex', Value: uvIndex, ...category(UV_TEXTS, uvIndex, language) },
  ];
}

function category(scale: Scale, value: number, language: string) {
  return {
    Category: inLanguage(textOf(scale, value), language),
    CategoryValue: scale.findIndex(([limit]) => value < limit) + 1,
  };
}
