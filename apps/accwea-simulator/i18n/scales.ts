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

/** Texts by air quality index. */
export const POLLUTION_TEXTS: Scale = [
  [50, text('Good', 'Bon')],
  [100, text('Moderate', 'Modéré')],
  [Infinity, text('Unhealthy', 'Mauvais')],
];
