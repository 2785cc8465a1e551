import { describe, expect, it } from '@jest/globals';
import { TimeZone } from '@app/local-time/time-zone.js';
import { RAINY_DAYS } from '../../testing/weather.fixtures.js';
import { sunTimesOf } from './sun-times.js';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const withoutSunTimes = (date: string) => ({
  ...RAINY_DAYS.days[0]!,
  date,
  sunriseAtMs: null,
  sunsetAtMs: null,
});
const zone = (name: string): TimeZone => TimeZone.named(name) as TimeZone;
const sunAt = (name: string, latitude: number, longitude: number, date: string) =>
  sunTimesOf(withoutSunTimes(date), { latitude, longitude }, zone(name));

/** NOAA's general solar position equations: minutes of UTC on a day of the year, by longitude. */
function noaaMinutes(dayOfYear: number, latitude: number, longitude: number): [number, number] {
  // At noon of the sun, which at the longitude is not that of UTC.
  const g = (2 * Math.PI * (dayOfYear - 1 - longitude / 360)) / 365;
  const equationOfTime =
    229.18 *
    (0.000075 +
      0.001868 * Math.cos(g) -
      0.032077 * Math.sin(g) -
      0.014615 * Math.cos(2 * g) -
      0.040849 * Math.sin(2 * g));
  const declination =
    0.006918 -
    0.399912 * Math.cos(g) +
    0.070257 * Math.sin(g) -
    0.006758 * Math.cos(2 * g) +
    0.000907 * Math.sin(2 * g) -
    0.002697 * Math.cos(3 * g) +
    0.00148 * Math.sin(3 * g);
  const phi = (latitude * Math.PI) / 180;
  const hourAngle =
    (Math.acos(
      Math.cos((90.833 * Math.PI) / 180) / (Math.cos(phi) * Math.cos(declination)) -
        Math.tan(phi) * Math.tan(declination),
    ) *
      180) /
    Math.PI;
  const noon = 720 - 4 * longitude - equationOfTime;
  return [noon - 4 * hourAngle, noon + 4 * hourAngle];
}

describe('sunTimesOf', () => {
  it.each([
    ['Pacific/Kiritimati', 1.87, -157.43],
    ['Pacific/Apia', -13.83, -171.76],
    ['Pacific/Auckland', -36.85, 174.76],
    ['Pacific/Chatham', -43.95, -176.55],
    ['Pacific/Pago_Pago', -14.28, -170.7],
    ['Asia/Shanghai', 39.47, 75.99],
    ['America/Los_Angeles', 34.05, -118.24],
    ['America/Adak', 51.88, -176.65],
    ['Europe/Paris', 48.86, 2.35],
  ])(
    'computes sun times in %s on the right local day all year, matching the NOAA equations',
    (name, latitude, longitude) => {
      for (let day = 0; day < 365; day += 1) {
        const midnightMs = Date.UTC(2026, 0, 1 + day);
        const date = new Date(midnightMs).toISOString().slice(0, 10);
        const { sunriseAtMs, sunsetAtMs } = sunAt(name, latitude, longitude, date);
        noaaMinutes(day + 1, latitude, longitude).forEach((minutes, index) => {
          const atMs = [sunriseAtMs, sunsetAtMs][index] as number;
          expect(zone(name).dateAt(atMs)).toBe(date);
          const daysApart = Math.abs(atMs - midnightMs - minutes * MINUTE_MS) / DAY_MS;
          const minutesApart = Math.abs(daysApart - Math.round(daysApart)) * 24 * 60;
          expect(minutesApart).toBeLessThan(4);
        });
      }
    },
  );

  it.each([
    ['day', '2026-06-21', 'night'],
    ['night', '2026-12-21', 'day'],
  ])('returns null in polar %s, which it names', (polar, date, inTheSouth) => {
    const noTimes = { sunriseAtMs: null, sunsetAtMs: null };
    expect(sunAt('Europe/Oslo', 69.6492, 18.9553, date)).toEqual({ ...noTimes, polar });
    expect(sunAt('UTC', 90, 0, date)).toEqual({ ...noTimes, polar });
    expect(sunAt('UTC', -90, 180, date)).toEqual({ ...noTimes, polar: inTheSouth });
  });

  it('returns the sunset of the same daylight, after midnight in a northern summer', () => {
    const { sunriseAtMs, sunsetAtMs } = sunAt(
      'Atlantic/Reykjavik',
      64.1466,
      -21.9426,
      '2026-06-21',
    );
    expect(zone('Atlantic/Reykjavik').dateAt(sunriseAtMs as number)).toBe('2026-06-21');
    expect(zone('Atlantic/Reykjavik').dateAt(sunsetAtMs as number)).toBe('2026-06-22');
  });

  it('prefers the times of the provider when it gives at least one', () => {
    const day = { ...withoutSunTimes('2026-03-29'), sunriseAtMs: 1 };
    const paris = { latitude: 48.86, longitude: 2.35 };
    expect(sunTimesOf(day, paris, zone('Europe/Paris'))).toEqual({
      sunriseAtMs: 1,
      sunsetAtMs: null,
      polar: null,
    });
  });

  it('returns null without a position and for a date that does not exist', () => {
    const unknown = { sunriseAtMs: null, sunsetAtMs: null, polar: null };
    expect(sunTimesOf(withoutSunTimes('2026-03-29'), null, zone('UTC'))).toEqual(unknown);
    expect(sunAt('UTC', 48, 2, 'tomorrow')).toEqual(unknown);
  });
});
