import { describe, expect, it } from '@jest/globals';
import { CITIES } from './cities.js';
import { isDaylightSaving, isoIn, nextOffsetChange, offsetMinutes, startOfDay } from './zone.js';

const JULY = Date.UTC(2026, 6, 9, 14, 21);
const SPRING_NIGHT = Date.UTC(2026, 2, 28, 22);

describe('a time zone', () => {
  it.each([
    ['Pacific/Kiritimati', '2026-07-10T04:21:00+14:00'],
    ['Asia/Kathmandu', '2026-07-09T20:06:00+05:45'],
    ['Pacific/Honolulu', '2026-07-09T04:21:00-10:00'],
    ['America/St_Johns', '2026-07-09T11:51:00-02:30'],
    ['Atlantic/Reykjavik', '2026-07-09T14:21:00+00:00'],
    ['Etc/GMT-1', '2026-07-09T15:21:00+01:00'],
  ])('tells the time of %s with its offset', (zone, iso) => {
    expect(isoIn(zone, JULY)).toBe(iso);
  });

  it('finds the exact minute of a clock change', () => {
    expect(nextOffsetChange('Europe/Paris', SPRING_NIGHT)).toBe(Date.UTC(2026, 2, 29, 1));
    expect(nextOffsetChange('Asia/Tokyo', SPRING_NIGHT)).toBeUndefined();
  });

  it('distinguishes summer and winter time on both hemispheres', () => {
    const ahead = ['Europe/Paris', 'America/New_York', 'Pacific/Auckland', 'Asia/Tokyo'].map(
      (zone) =>
        [JULY, SPRING_NIGHT + 3 * 86_400_000].map((instant) => isDaylightSaving(zone, instant)),
    );

    expect(ahead).toEqual([
      [true, true],
      [true, true],
      [false, true],
      [false, false],
    ]);
  });

  it('starts a day at local midnight', () => {
    const startMs = startOfDay(JULY, offsetMinutes('Pacific/Kiritimati', JULY));

    expect(isoIn('Pacific/Kiritimati', startMs)).toBe('2026-07-10T00:00:00+14:00');
  });

  it('is valid for every city', () => {
    for (const { zone } of CITIES) expect(isoIn(zone, JULY)).toMatch(/T\d\d:\d\d:00[+-]\d\d:\d\d$/);
  });
});
