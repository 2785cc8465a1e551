import { expect, it } from '@jest/globals';
import { limitedWindows } from './limited-window.js';

const HOUR_MS = 3_600_000;

it.each([
  [{}, []],
  [{ perMonth: 9 }, [['month', 9]]],
  [
    { perDay: 1, perMonth: 9 },
    [
      ['day', 1],
      ['month', 9],
    ],
  ],
])('limitedWindows of %j are %j', (limits, windows) => {
  expect(limitedWindows(limits).map(({ name, limit }) => [name, limit])).toEqual(windows);
});

it('the day window is 24 hours from its first call', () => {
  const [day] = limitedWindows({ perDay: 1 });

  expect(day?.spanAt(5)).toEqual({ startMs: 5, endMs: 5 + 24 * HOUR_MS });
});

it.each([
  ['2026-01-01T00:00:00.000Z', '2026-01-01', '2026-02-01'],
  ['2026-01-31T23:59:59.999Z', '2026-01-01', '2026-02-01'],
  ['2028-02-29T12:00:00.000Z', '2028-02-01', '2028-03-01'],
  ['2026-12-31T23:59:59.999Z', '2026-12-01', '2027-01-01'],
])('the month window at %s is [%s, %s) UTC', (now, start, end) => {
  const [month] = limitedWindows({ perMonth: 1 });

  expect(month?.spanAt(Date.parse(now))).toEqual({
    startMs: Date.parse(start),
    endMs: Date.parse(end),
  });
});
