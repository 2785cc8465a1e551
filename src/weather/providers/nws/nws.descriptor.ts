import { isPositionKey } from '../position-place.js';
import type { ProviderDescriptor } from '../provider-descriptor.js';

/** The National Weather Service of the United States: its data are in the public domain. */
export const NWS = {
  name: 'nws',
  shortName: 'NWS',
  attribution: {
    name: 'National Weather Service (NWS)',
    url: 'https://www.weather.gov/',
    licenceUrl: 'https://www.weather.gov/disclaimer',
  },
  keyVariable: null,
  datasets: ['alerts'],
  isPlaceKey: isPositionKey,
  cachePrefix: 'nws:',
  isFeed: true,
} as const satisfies ProviderDescriptor;
