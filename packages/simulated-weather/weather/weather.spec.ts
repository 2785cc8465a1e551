import { describe, expect, it } from '@jest/globals';
import { mean } from '../maths/numbers.js';
import { CITIES } from '../world/cities.js';
import { hoursFrom } from './hour.js';
import { liquidMm } from './precipitation.js';
import { iconOf } from './sky.js';
import { weatherAt, type Weather } from './weather.js';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const NEW_YEAR = Date.UTC(2026, 0, 1);
const PARIS = { latitude: 48.857, longitude: 2.352, elevationM: 41 };

/** Every city, a dozen times over the year and the clock. */
const SAMPLES: readonly Weather[] = CITIES.flatMap((city) =>
  Array.from({ length: 40 }, (_, index) => weatherAt(city, NEW_YEAR + index * 9.1 * DAY_MS)),
);

const meanTemperature = (site: typeof PARIS, fromMs: number): number =>
  mean(hoursFrom(site, fromMs, 20 * 24).map(({ temperatureC }) => temperatureC));

const after = (hours: number): number => NEW_YEAR + hours * HOUR_MS;

describe('the weather', () => {
  it('depends only on place and time', () => {
    expect(weatherAt(PARIS, NEW_YEAR)).toEqual(weatherAt({ ...PARIS }, NEW_YEAR));
  });

  it('changes with time but hardly over a kilometre', () => {
    const now = weatherAt(PARIS, NEW_YEAR);
    const later = weatherAt(PARIS, NEW_YEAR + DAY_MS);
    const nearby = weatherAt({ ...PARIS, longitude: PARIS.longitude + 0.01 }, NEW_YEAR);

    expect(Math.abs(now.pressureMb - later.pressureMb)).toBeGreaterThan(1);
    expect(Math.abs(now.pressureMb - nearby.pressureMb)).toBeLessThan(0.5);
  });

  it('is continuous at the date line', () => {
    const [west, east] = [179.9999, -179.9999].map((longitude) =>
      weatherAt({ latitude: -17, longitude, elevationM: 0 }, NEW_YEAR),
    );

    expect(west?.temperatureC).toBeCloseTo(east?.temperatureC ?? 0, 2);
  });

  it('is warmer in summer on both hemispheres, and towards the equator', () => {
    const south = { ...PARIS, latitude: -PARIS.latitude };
    const [january, july] = [NEW_YEAR, NEW_YEAR + 190 * DAY_MS];

    expect(meanTemperature(PARIS, july)).toBeGreaterThan(meanTemperature(PARIS, january) + 8);
    expect(meanTemperature(south, january)).toBeGreaterThan(meanTemperature(south, july) + 8);
    expect(meanTemperature({ ...PARIS, latitude: 5 }, january)).toBeGreaterThan(20);
  });

  it('keeps the dew point below the air and the gust above the wind', () => {
    for (const weather of SAMPLES) {
      expect(weather.dewPointC).toBeLessThanOrEqual(weather.temperatureC);
      expect(weather.comfort.wetBulbC).toBeLessThanOrEqual(weather.temperatureC);
      expect(weather.wind.gustKmh).toBeGreaterThanOrEqual(weather.wind.speedKmh);
    }
  });

  it('stays within the records of the Earth', () => {
    const limits = {
      temperatureC: [-75, 55],
      humidityPercent: [1, 100],
      cloudPercent: [0, 100],
      pressureMb: [930, 1080],
      visibilityKm: [0.05, 60],
      rateMmPerHour: [0, 40],
    } as const;
    for (const [name, [low, high]] of Object.entries(limits)) {
      const values = SAMPLES.map((weather) => weather[name as keyof typeof limits]);

      expect(Math.min(...values)).toBeGreaterThanOrEqual(low);
      expect(Math.max(...values)).toBeLessThanOrEqual(high);
    }
  });

  it('has wind from every direction', () => {
    const sides = SAMPLES.map(({ wind }) => wind.degrees);

    expect(Math.min(...sides)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...sides)).toBeLessThanOrEqual(359);
    expect(new Set(sides.map((side) => Math.floor(side / 45))).size).toBe(8);
  });

  it('has a UV index of 0 by night and more by day', () => {
    const nights = SAMPLES.filter(({ isDay }) => !isDay);

    expect(nights.every(({ light }) => light.uvIndex === 0)).toBe(true);
    expect(Math.max(...SAMPLES.map(({ light }) => light.uvIndex))).toBeGreaterThan(8);
  });

  it('has snow at low and rain at high temperatures', () => {
    const kinds = new Set(SAMPLES.map(({ precipitation }) => precipitation));

    expect(kinds).toEqual(new Set(['Rain', 'Snow', 'Ice', 'Mixed', null]));
    for (const { precipitation, temperatureC } of SAMPLES) {
      if (precipitation === 'Snow') expect(temperatureC).toBeLessThan(1);
      if (precipitation === 'Rain') expect(temperatureC).toBeGreaterThan(2);
    }
  });

  it('has precipitation sums equal to the sum of their hours', () => {
    const parts = [0, 1, 2].map((hour) => liquidMm(PARIS, after(hour), after(hour + 1)));

    expect(liquidMm(PARIS, after(0), after(3))).toBeCloseTo(
      parts.reduce((sum, part) => sum + part, 0),
      9,
    );
  });
});

describe('the icon', () => {
  const BY_DAY_ONLY = [1, 2, 3, 4, 5, 6, 13, 14, 16, 17, 20, 21, 23];
  const BY_NIGHT_ONLY = [33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44];

  it('is a valid icon of the vendor for day or night', () => {
    for (const weather of SAMPLES) {
      const icon = iconOf(weather);

      expect([9, 10, 27, 28]).not.toContain(icon);
      expect(weather.isDay ? BY_NIGHT_ONLY : BY_DAY_ONLY).not.toContain(icon);
    }
  });

  it('shows precipitation exactly when there is some', () => {
    const DRY = [1, 2, 3, 4, 5, 6, 7, 8, 11, 30, 31, 32, 33, 34, 35, 36, 37, 38];
    for (const weather of SAMPLES) {
      expect(DRY.includes(iconOf(weather))).toBe(weather.precipitation === null);
    }
  });

  it('takes more than 20 different values', () => {
    expect(new Set(SAMPLES.map(iconOf)).size).toBeGreaterThan(20);
  });
});
