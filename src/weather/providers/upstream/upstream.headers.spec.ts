import { describe, expect, it } from '@jest/globals';
import { expiresInMs, retryAfterMs } from './upstream.headers.js';

const DATE = 'Thu, 01 Jan 2026 00:00:00 GMT';
const TEN_MINUTES_ON = 'Thu, 01 Jan 2026 00:10:00 GMT';

describe('expiresInMs', () => {
  it.each([
    ['public, max-age=583', 583_000],
    ['max-age=583', 583_000],
    ['public,max-age=583,must-revalidate', 583_000],
    ['MAX-AGE=583', 583_000],
    ['s-maxage=7, max-age=583', 583_000],
    ['max-age=0', 0],
  ])('reads Cache-Control: %s', (header, expected) => {
    expect(expiresInMs({ 'cache-control': header })).toBe(expected);
  });

  it('prefers max-age to Expires', () => {
    const headers = { 'cache-control': 'max-age=5', date: DATE, expires: TEN_MINUTES_ON };

    expect(expiresInMs(headers)).toBe(5_000);
  });

  it.each([undefined, 'public', 'max-age', 'max-age=', 'max-age=x', 'max-age=-5', 's-maxage=7'])(
    'reads Expires relative to Date when Cache-Control is %p',
    (header) => {
      expect(expiresInMs({ 'cache-control': header, date: DATE, expires: TEN_MINUTES_ON })).toBe(
        600_000,
      );
    },
  );

  it.each(['0', '-1', DATE, 'Mon, 01 Jan 2001 00:00:00 GMT'])(
    'is zero for Expires: %s',
    (expires) => {
      expect(expiresInMs({ date: DATE, expires })).toBe(0);
    },
  );

  it.each([
    {},
    { expires: TEN_MINUTES_ON },
    { date: DATE },
    { date: DATE, expires: 'soon' },
    { date: 'today', expires: TEN_MINUTES_ON },
    { 'cache-control': 5, expires: null, date: [] },
  ])('is undefined for %j', (headers) => {
    expect(expiresInMs(headers)).toBeUndefined();
  });
});

describe('retryAfterMs', () => {
  it.each([
    [{ 'retry-after': '120' }, 120_000],
    [{ 'retry-after': '0' }, 0],
    [{ 'retry-after': TEN_MINUTES_ON, date: DATE }, 600_000],
    [{ 'retry-after': DATE, date: TEN_MINUTES_ON }, 0],
  ])('reads %j', (headers, expected) => {
    expect(retryAfterMs(headers)).toBe(expected);
  });

  it.each([
    {},
    { 'retry-after': '' },
    { 'retry-after': 'soon', date: DATE },
    { 'retry-after': '1234567890123', date: DATE },
    { 'retry-after': TEN_MINUTES_ON },
    { 'retry-after': 120 },
  ])('is undefined for %j', (headers) => {
    expect(retryAfterMs(headers)).toBeUndefined();
  });
});
