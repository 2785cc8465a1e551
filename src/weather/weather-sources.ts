import type { WeatherCache } from './cache/weather-cache.js';

/** Where weather comes from. DI token. */
export abstract class WeatherSources {
  abstract readonly primary: WeatherCache;
  /** Asked when the primary source has no place there, or can neither answer nor has a copy. */
  abstract readonly fallback: WeatherCache | undefined;
}
