import { isFrench } from './languages.js';

const POINTS = 'N NNE NE ENE E ESE SE SSE S SSW SW WSW W WNW NW NNW'.split(' ');

/** `{Degrees, Localized, English}` of a wind direction; French uses O for west. */
export function direction(degrees: number, language: string) {
  const point = POINTS[Math.round(degrees / 22.5) % POINTS.length] ?? 'N';
  return {
    Degrees: degrees,
    Localized: isFrench(language) ? point.replaceAll('W', 'O') : point,
    English: point,
  };
}
