import { expect, it } from '@jest/globals';
import { httpDate } from './http-date.js';

it.each([
  [0, 'Thu, 01 Jan 1970 00:00:00 GMT'],
  [999, 'Thu, 01 Jan 1970 00:00:00 GMT'],
  [1_000, 'Thu, 01 Jan 1970 00:00:01 GMT'],
  [Date.UTC(2026, 10, 24, 22, 52), 'Tue, 24 Nov 2026 22:52:00 GMT'],
  [-1, 'Wed, 31 Dec 1969 23:59:59 GMT'],
])('httpDate formats %d ms as %s, also from its cache', (atMs, text) => {
  expect([httpDate(atMs), httpDate(atMs)]).toEqual([text, text]);
});
