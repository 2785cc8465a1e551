import { describe, expect, it } from '@jest/globals';
import { httpDate } from './http-date.js';
import { parseHttpDate } from './parse-http-date.js';

const NOW = Date.UTC(2026, 0, 1, 12);
const IN_1994 = Date.UTC(1994, 10, 6, 8, 49, 37);

describe('parseHttpDate', () => {
  it.each([
    ['IMF-fixdate', 'Sun, 06 Nov 1994 08:49:37 GMT'],
    ['RFC 850', 'Sunday, 06-Nov-94 08:49:37 GMT'],
    ['asctime', 'Sun Nov  6 08:49:37 1994'],
  ])('reads the example of RFC 9110 in the format %s', (_format, text) => {
    expect(parseHttpDate(text, NOW)).toBe(IN_1994);
  });

  it('reads what httpDate writes', () => {
    expect(parseHttpDate(httpDate(NOW), NOW)).toBe(NOW);
  });

  it.each([
    ['Thursday, 01-Jan-26 12:00:00 GMT', Date.UTC(2026, 0, 1, 12)],
    ['Wednesday, 01-Jan-76 12:00:00 GMT', Date.UTC(2076, 0, 1, 12)],
    ['Saturday, 01-Jan-77 12:00:00 GMT', Date.UTC(1977, 0, 1, 12)],
  ])('takes a year with two digits for one at most 50 years ahead: %s', (text, expected) => {
    expect(parseHttpDate(text, NOW)).toBe(expected);
  });

  it.each([
    '',
    'yesterday',
    '0',
    '1767268800',
    '2026-01-01T12:00:00Z',
    'Thu, 01 Jan 2026 12:00:00',
    'Thu, 01 Jan 2026 12:00:00 UTC',
    'Thu, 01 Jan 2026 12:00:00 +0000',
    'Thu, 01 Jan 2026 13:00:00 +0100',
    'thu, 01 jan 2026 12:00:00 gmt',
    'Thu, 1 Jan 2026 12:00:00 GMT',
    ' Thu, 01 Jan 2026 12:00:00 GMT',
    'Fri, 01 Jan 2026 12:00:00 GMT',
    'Thu, 01 Jan 2026 24:00:00 GMT',
    'Thu, 01 Jan 2026 12:60:00 GMT',
    'Sat, 31 Feb 2026 12:00:00 GMT',
    'Tue, 31 Feb 2026 12:00:00 GMT',
    'Thu, 00 Jan 2026 12:00:00 GMT',
    'Thu, 01 Jan 2026 12:00:00 GMT, Thu, 01 Jan 2026 12:00:00 GMT',
    'Thu, 01 Jan 2026 12:00:00 GMT; length=42',
  ])('is undefined for "%s"', (text) => {
    expect(parseHttpDate(text, NOW)).toBeUndefined();
  });
});
