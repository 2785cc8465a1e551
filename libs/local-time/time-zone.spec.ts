import { describe, expect, it } from '@jest/globals';
import { nauticalZone, TimeZone } from './time-zone.js';

const at = (iso: string): number => Date.parse(iso);
const zone = (name: string): TimeZone => TimeZone.named(name) as TimeZone;

describe('the local time of a zone', () => {
  it.each([
    ['Europe/Paris', '2026-01-01T00:00:00Z', '2026-01-01T01:00:00+01:00'],
    ['Europe/Paris', '2026-07-01T23:30:00Z', '2026-07-02T01:30:00+02:00'],
    ['America/Los_Angeles', '2026-01-01T00:00:00Z', '2025-12-31T16:00:00-08:00'],
    ['Pacific/Auckland', '2026-01-01T00:00:00Z', '2026-01-01T13:00:00+13:00'],
    ['Pacific/Kiritimati', '2026-01-01T10:00:00Z', '2026-01-02T00:00:00+14:00'],
    ['Pacific/Pago_Pago', '2026-01-01T10:59:59Z', '2025-12-31T23:59:59-11:00'],
    ['Asia/Kathmandu', '2026-01-01T00:00:00Z', '2026-01-01T05:45:00+05:45'],
    ['America/St_Johns', '2026-01-01T00:00:00Z', '2025-12-31T20:30:00-03:30'],
    ['Australia/Lord_Howe', '2026-07-01T00:00:00Z', '2026-07-01T10:30:00+10:30'],
    ['UTC', '2026-02-28T23:59:59.999Z', '2026-02-28T23:59:59+00:00'],
  ])('in %s at %s is %s', (name, instant, shown) => {
    expect(zone(name).isoAt(at(instant))).toBe(shown);
    expect(zone(name).dateAt(at(instant))).toBe(shown.slice(0, 10));
    expect(Math.floor(at(shown) / 1000)).toBe(Math.floor(at(instant) / 1000));
  });

  it('skips an hour on a spring night', () => {
    const hours = [0, 1, 2].map((hour) =>
      zone('Europe/Paris').isoAt(at('2026-03-29T00:00:00Z') + hour * 3_600_000),
    );
    expect(hours).toEqual([
      '2026-03-29T01:00:00+01:00',
      '2026-03-29T03:00:00+02:00',
      '2026-03-29T04:00:00+02:00',
    ]);
  });

  it('repeats an hour on an autumn night with a different offset', () => {
    const hours = [0, 1, 2].map((hour) =>
      zone('America/Los_Angeles').isoAt(at('2026-11-01T08:00:00Z') + hour * 3_600_000),
    );
    expect(hours).toEqual([
      '2026-11-01T01:00:00-07:00',
      '2026-11-01T01:00:00-08:00',
      '2026-11-01T02:00:00-08:00',
    ]);
  });

  it('changes at the exact instant, also by half an hour', () => {
    const change = at('2026-10-03T15:30:00Z');
    expect(zone('Australia/Lord_Howe').isoAt(change - 1)).toBe('2026-10-04T01:59:59+10:30');
    expect(zone('Australia/Lord_Howe').isoAt(change)).toBe('2026-10-04T02:30:00+11:00');
  });

  it.each([
    ['Pacific/Kiritimati', '2026-01-02', '2026-01-01T22:00:00Z'],
    ['America/Los_Angeles', '2026-07-01', '2026-07-01T19:00:00Z'],
    ['Europe/Paris', '2026-03-29', '2026-03-29T10:00:00Z'],
  ])('in %s is noon of %s at %s', (name, date, instant) => {
    expect(zone(name).noonOf(date)).toBe(at(instant));
  });

  it.each(['', 'tomorrow', '2026-13-01'])('has no noon on "%s"', (date) => {
    expect(zone('Europe/Paris').noonOf(date)).toBeNaN();
  });
});

describe('TimeZone', () => {
  it.each([null, '', 'Mars/Olympus', 'Europe/Paris ', '../etc/passwd', 'x'.repeat(10_000)])(
    'is undefined for the unknown name %p',
    (name) => {
      expect(TimeZone.named(name)).toBeUndefined();
    },
  );

  it('reuses the object of a zone, because creating one is slow', () => {
    expect(TimeZone.named('Europe/Paris')).toBe(TimeZone.named('Europe/Paris'));
  });

  it.each([
    [0, '+00:00'],
    [7.4, '+00:00'],
    [7.6, '+01:00'],
    [-7.6, '-01:00'],
    [-118.2, '-08:00'],
    [180, '+12:00'],
    [-180, '-12:00'],
  ])('at longitude %d has the offset %s', (longitude, offset) => {
    expect(TimeZone.atLongitude(longitude).isoAt(0).slice(-6)).toBe(offset);
    expect(TimeZone.named(nauticalZone(longitude))?.isoAt(0).slice(-6)).toBe(offset);
  });
});

describe('the local time at an offset from UTC', () => {
  const summer = { minutes: 570, change: { atMs: at('2026-10-03T16:30:00Z'), minutes: 630 } };

  it.each([
    ['+09:30', '2026-01-01T14:30:00Z', '2026-01-02T00:00:00+09:30'],
    ['-03:00', '2026-01-01T02:59:59Z', '2025-12-31T23:59:59-03:00'],
    ['-03:30', '2026-01-01T00:00:00Z', '2025-12-31T20:30:00-03:30'],
    ['+14:00', '2026-01-01T10:00:00Z', '2026-01-02T00:00:00+14:00'],
    ['-00:30', '2026-01-01T00:00:00Z', '2025-12-31T23:30:00-00:30'],
    ['+00:00', '2026-01-01T00:00:00Z', '2026-01-01T00:00:00+00:00'],
  ])('%s at %s is %s', (name, instant, shown) => {
    expect(zone(name).isoAt(at(instant))).toBe(shown);
    expect(zone(name).dateAt(at(instant))).toBe(shown.slice(0, 10));
    expect(zone(name).nameAt(at(instant))).toBe(name);
  });

  it('changes at the announced instant, and so does its name', () => {
    const local = TimeZone.atOffset(summer);
    const change = summer.change.atMs;

    expect(local.isoAt(change - 1)).toBe('2026-10-04T01:59:59+09:30');
    expect(local.isoAt(change)).toBe('2026-10-04T03:00:00+10:30');
    expect([local.nameAt(change - 1), local.nameAt(change)]).toEqual(['+09:30', '+10:30']);
  });

  it('has noon at its offset', () => {
    expect(TimeZone.atOffset(summer).noonOf('2026-10-05')).toBe(at('2026-10-05T01:30:00Z'));
  });

  it.each(['+9:30', '+0930', '+09', '09:30', '+09:60', '+25:00', 'UTC+9', '+09:30 '])(
    'is undefined for %j',
    (name) => {
      expect(TimeZone.named(name)).toBeUndefined();
    },
  );
});
