import { isPositionKey } from '../position-place.js';
import type { ProviderDescriptor } from '../provider-descriptor.js';

/** Attribution: Open-Meteo's licence page. */
export const OPEN_METEO = {
  name: 'open-meteo',
  shortName: 'Open-Meteo',
  attribution: {
    name: 'Weather data by Open-Meteo.com',
    url: 'https://open-meteo.com/',
    licenceUrl: 'https://creativecommons.org/licenses/by/4.0/',
  },
  keyVariable: 'OPEN_METEO_API_KEY',
  datasets: ['conditions', 'minutely', 'hourly', 'daily'],
  isPlaceKey: isPositionKey,
  cachePrefix: 'open-meteo:',
} as const satisfies ProviderDescriptor;
