import { isWithinLimits } from '../../values/value-text.js';
import type { ProviderDescriptor } from '../provider-descriptor.js';

/** Attribution: branding requirements of AccuWeather's developer portal. */
export const ACCWEA = {
  name: 'accwea',
  shortName: 'AccuWeather',
  attribution: { name: 'AccuWeather', url: 'https://www.accuweather.com/', licenceUrl: null },
  keyVariable: 'ACCWEA_TOKEN',
  datasets: ['conditions', 'minutely', 'hourly', 'daily', 'alerts'],
  isPlaceKey: (key) => isWithinLimits('placeKey', key),
  // Stored records predate the second provider: a prefix would orphan all of them.
  cachePrefix: '',
} as const satisfies ProviderDescriptor;
