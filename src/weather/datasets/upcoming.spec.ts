import { describe, expect, it } from '@jest/globals';
import { TimeZone } from '@app/local-time/time-zone.js';
import { RAINY_DAYS, RAINY_HOURS } from '../testing/weather.fixtures.js';
import { upcomingDays, upcomingHours } from './upcoming.js';

const startsOf = (now: string): number[] =>
  upcomingHours(RAINY_HOURS, Date.parse(now)).map(({ startsAtMs }) => startsAtMs);

describe('upcomingHours', () => {
  it.each([
    ['2025-12-31T22:00:00Z', 24, '2026-01-01T00:00:00Z'],
    ['2026-01-01T00:59:59.999Z', 24, '2026-01-01T00:00:00Z'],
    ['2026-01-01T01:00:00Z', 23, '2026-01-01T01:00:00Z'],
    ['2026-01-01T23:30:00Z', 1, '2026-01-01T23:00:00Z'],
  ])('at %s returns %d hours starting at %s', (now, count, first) => {
    expect(startsOf(now)).toHaveLength(count);
    expect(startsOf(now)[0]).toBe(Date.parse(first));
  });

  it('returns no hours when all have ended', () => {
    expect(startsOf('2026-01-02T00:00:00Z')).toEqual([]);
  });
});

describe('upcomingDays', () => {
  it.each([
    ['Europe/Paris', '2026-01-01T22:59:59Z', '2026-01-01'],
    ['Europe/Paris', '2026-01-01T23:00:00Z', '2026-01-02'],
    ['Pacific/Auckland', '2026-01-01T10:59:59Z', '2026-01-01'],
    ['Pacific/Auckland', '2026-01-01T11:00:00Z', '2026-01-02'],
    ['Pacific/Kiritimati', '2026-01-01T09:59:59Z', '2026-01-01'],
    ['Pacific/Kiritimati', '2026-01-01T10:00:00Z', '2026-01-02'],
    ['America/Los_Angeles', '2026-01-02T07:59:59Z', '2026-01-01'],
    ['America/Los_Angeles', '2026-01-02T08:00:00Z', '2026-01-02'],
  ])('in %s at %s starts with %s', (name, now, date) => {
    const zone = TimeZone.named(name) as TimeZone;
    expect(upcomingDays(RAINY_DAYS, zone, Date.parse(now))[0]?.date).toBe(date);
  });
});
