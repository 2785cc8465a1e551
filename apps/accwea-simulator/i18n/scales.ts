import { text, type Scale } from './text.js';

/** Texts by UV index, in the steps of the WHO. */
export const UV_TEXTS: Scale = [
  [3, text('Low', 'Minimum')],
  [6, text('Moderate', 'Modéré')],
  [8, text('High', 'Élevé')],
  [11, text('Very High', 'Très élevé')],
  [Infinity, text('Extreme', 'Extrême')],
];

/** Texts by apparent temperature in °C. */
export const FEEL_TEXTS: Scale = [
  [-10, text('Bitterly Cold', 'Glacial')],
  [0, text('Very Cold', 'Très froid')],
  [7, text('Cold', 'Froid')],
  [12, text('Chilly', 'Frisquet')],
  [18, text('Cool', 'Frais')],
  [26, text('Pleasant', 'Agréable')],
  [30, text('Very Warm', 'Très chaud')],
  [35, text('Hot', 'Chaleur')],
  [Infinity, text('Very Hot', 'Canicule')],
];

/** Texts by precipitation in mm/h. */
export const INTENSITIES: Scale = [
  [0.8, text('Light', 'Light')],
  [2.5, text('Moderate', 'Moderate')],
  [Infinity, text('Heavy', 'Heavy')],
];

/** Texts by pressure change in three hours, in hPa. */
export const TENDENCIES = [
  { below: -0.5, code: 'F', text: text('Falling', 'En baisse') },
  { below: 0.5, code: 'S', text: text('Steady', 'Stationnaire') },
  { below: Infinity, code: 'R', text: text('Rising', 'En hausse') },
] as const;

/** Texts by air quality index, in the steps of the US EPA. */
export const AIR_QUALITY_TEXTS: Scale = [
  [51, text('Good', 'Bon')],
  [101, text('Moderate', 'Modéré')],
  [151, text('Unhealthy (Sensitive)', 'Mauvais (sensibles)')],
  [201, text('Unhealthy', 'Mauvais')],
  [301, text('Very Unhealthy', 'Très mauvais')],
  [Infinity, text('Hazardous', 'Dangereux')],
];

/** Texts by particles per cubic metre, each kind in steps of its own. */
export const POLLEN_TEXTS = {
  Grass: pollenScale(5, 20, 200),
  Mold: pollenScale(6_500, 13_000, 50_000),
  Ragweed: pollenScale(10, 50, 500),
  Tree: pollenScale(15, 90, 1_500),
} as const;

function pollenScale(moderate: number, high: number, veryHigh: number): Scale {
  return [
    [moderate, text('Low', 'Faible')],
    [high, text('Moderate', 'Modéré')],
    [veryHigh, text('High', 'Élevé')],
    [Infinity, text('Very High', 'Très élevé')],
  ];
}
