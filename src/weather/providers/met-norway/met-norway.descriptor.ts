import { MINUTE_MS } from '../../durations.js';
import { isPositionKey } from '../position-place.js';
import type { ProviderDescriptor } from '../provider-descriptor.js';

/** The Norwegian Meteorological Institute. Attribution: its licence asks for this credit. */
export const MET_NORWAY = {
  name: 'met-norway',
  shortName: 'MET Norway',
  attribution: {
    name: 'Data from MET Norway',
    url: 'https://www.met.no/',
    licenceUrl: 'https://creativecommons.org/licenses/by/4.0/',
  },
  keyVariable: null,
  datasets: ['alerts'],
  isPlaceKey: isPositionKey,
  cachePrefix: 'met-norway:',
  isFeed: true,
  // Its terms ask for ten minutes between polls, and the windows of records vary by 10 %.
  freshness: { atLeastMs: 12 * MINUTE_MS, atMostMs: 15 * MINUTE_MS },
} as const satisfies ProviderDescriptor;
