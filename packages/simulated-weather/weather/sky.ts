import type { Weather } from './weather.js';

export type Sky = Pick<
  Weather,
  | 'cloudPercent'
  | 'fog'
  | 'isDay'
  | 'precipitation'
  | 'rateMmPerHour'
  | 'temperatureC'
  | 'visibilityKm'
  | 'wind'
>;

/** Icons by cloud, the first row whose limit is not passed: `[up to percent, by day, by night]`. */
type IconRows = readonly (readonly [number, number, number])[];

const DRY: IconRows = [
  [10, 1, 33],
  [30, 2, 34],
  [50, 3, 35],
  [65, 4, 36],
  [85, 6, 38],
  [95, 7, 7],
  [100, 8, 8],
];
const THUNDER: IconRows = [
  [60, 17, 41],
  [80, 16, 42],
  [100, 15, 15],
];
const SHOWERS: IconRows = [
  [60, 14, 39],
  [80, 13, 40],
  [100, 12, 12],
];
const FLURRIES: IconRows = [
  [60, 21, 43],
  [80, 20, 43],
  [100, 19, 19],
];
const SNOW: IconRows = [
  [80, 23, 44],
  [100, 22, 22],
];

const RAIN_ICON = 18;
const FOG_ICON = 11;
const FREEZING_RAIN_ICON = 26;
const SLEET_ICON = 25;
const RAIN_AND_SNOW_ICON = 29;

/** Warm and heavy rain. */
export function isThundery(
  sky: Pick<Sky, 'precipitation' | 'rateMmPerHour' | 'temperatureC'>,
): boolean {
  return sky.precipitation === 'Rain' && sky.temperatureC > 16 && sky.rateMmPerHour > 1.5;
}

/** The vendor's icon number, 1 to 44 (facts, section 1). */
export function iconOf(sky: Sky): number {
  switch (sky.precipitation) {
    case 'Rain':
      if (isThundery(sky)) return byCloud(THUNDER, sky);
      return sky.rateMmPerHour > 1 ? RAIN_ICON : byCloud(SHOWERS, sky);
    case 'Snow':
      return byCloud(sky.rateMmPerHour > 0.5 ? SNOW : FLURRIES, sky);
    case 'Ice':
      return sky.rateMmPerHour > 0.5 ? FREEZING_RAIN_ICON : SLEET_ICON;
    case 'Mixed':
      return RAIN_AND_SNOW_ICON;
    case null:
      return dryIcon(sky);
  }
}

function dryIcon(sky: Sky): number {
  if (sky.fog) return FOG_ICON;
  if (sky.wind.speedKmh > 45) return 32;
  if (sky.temperatureC > 38) return 30;
  if (sky.temperatureC < -25) return 31;
  if (sky.cloudPercent < 50 && sky.visibilityKm < 10) return sky.isDay ? 5 : 37;
  return byCloud(DRY, sky);
}

function byCloud(rows: IconRows, { cloudPercent, isDay }: Sky): number {
  const [, day, night] = rows.find(([limit]) => cloudPercent <= limit) ?? [100, 7, 7];
  return isDay ? day : night;
}
