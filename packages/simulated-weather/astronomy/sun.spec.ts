import { describe, expect, it } from '@jest/globals';
import { isDaylight, sineOfSunHeight, sunTimes } from './sun.js';

const PRAGUE = { latitude: 50.087, longitude: 14.421 };
const LONGYEARBYEN = { latitude: 78.223, longitude: 15.626 };
const TWO_MINUTES_MS = 120_000;

describe('the sun', () => {
  it('rises and sets within two minutes of the almanac', () => {
    const times = sunTimes(PRAGUE, Date.UTC(2026, 6, 9, 10));

    expect(Math.abs((times?.riseMs ?? 0) - Date.UTC(2026, 6, 9, 3, 3))).toBeLessThan(
      TWO_MINUTES_MS,
    );
    expect(Math.abs((times?.setMs ?? 0) - Date.UTC(2026, 6, 9, 19, 12))).toBeLessThan(
      TWO_MINUTES_MS,
    );
  });

  it.each([
    ['midsummer', Date.UTC(2026, 5, 21, 12), true],
    ['midwinter', Date.UTC(2026, 11, 21, 12), false],
  ])('neither rises nor sets beyond the polar circle at %s', (_when, noonMs, isUp) => {
    expect(sunTimes(LONGYEARBYEN, noonMs)).toBeUndefined();
    expect(isDaylight(LONGYEARBYEN, noonMs)).toBe(isUp);
    expect(isDaylight(LONGYEARBYEN, noonMs + 12 * 3_600_000)).toBe(isUp);
  });

  it('stands overhead at the equator at an equinox noon', () => {
    const height = sineOfSunHeight({ latitude: 0, longitude: 0 }, Date.UTC(2026, 2, 20, 12, 7));

    expect(height).toBeGreaterThan(0.999);
  });
});
