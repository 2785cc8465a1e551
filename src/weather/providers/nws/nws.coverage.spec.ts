import { expect, it } from '@jest/globals';
import { mayCover } from './nws.coverage.js';

it.each([
  ['Miami', 25.77, -80.19, true],
  ['Anchorage', 61.22, -149.9, true],
  ['Attu', 52.9, 172.9, true],
  ['Honolulu', 21.31, -157.86, true],
  ['San Juan', 18.47, -66.11, true],
  ['Guam', 13.47, 144.75, true],
  ['Pago Pago', -14.28, -170.7, true],
  ['Toronto, which the feed has to tell apart', 43.65, -79.38, true],
  ['Paris', 48.86, 2.35, false],
  ['Mexico City', 19.43, -99.13, false],
  ['Calgary', 51.05, -114.07, false],
  ['Tokyo', 35.68, 139.65, false],
])('the NWS may cover %s: %d, %d: %p', (_where, latitude, longitude, expected) => {
  expect(mayCover({ latitude, longitude })).toBe(expected);
});
