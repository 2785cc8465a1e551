import { describe, expect, it } from '@jest/globals';
import { isInRange, withinRange } from './value-range.js';

describe('a provided value', () => {
  it.each([
    ['percentage', 0],
    ['percentage', 100],
    ['percentage', 57.5],
    ['uvIndex', 11.4],
    ['windDirection', 359.9],
    ['speed', 18.4],
    ['visibility', 9_700],
    ['precipitation', 0.1],
    ['snow', 3.5],
    ['pressure', 1_008.5],
    ['temperature', -40],
    ['hoursOfDay', 14.7],
    ['airQualityIndex', 512],
    ['particlesPerCubicMeter', 13_680],
    ['moonAge', 29],
  ] as const)('in the range of %s is kept: %d', (kind, value) => {
    expect(withinRange(kind, value)).toBe(value);
  });

  it.each([
    ['percentage', 101, 100],
    ['percentage', 102, 100],
    ['percentage', 105, 100],
    ['percentage', 100.4, 100],
    ['percentage', -1, 0],
    ['percentage', -0, 0],
    ['uvIndex', -0.1, 0],
    ['uvIndex', -0.5, 0],
    ['windDirection', 360, 0],
    ['windDirection', 361, 1],
    ['windDirection', -1, 359],
    ['windDirection', -0, 0],
    ['speed', -0.36, 0],
    ['visibility', -100, 0],
    ['visibility', -160.9344, 0],
    ['precipitation', -0.01, 0],
    ['precipitation', -0.254, 0],
    ['snow', -0.254, 0],
    ['hoursOfDay', 24.1, 24],
  ] as const)('slightly outside the range of %s is clamped: %d is %d', (kind, value, clamped) => {
    expect(withinRange(kind, value)).toBe(clamped);
  });

  it.each([
    ['percentage', 250],
    ['percentage', 105.1],
    ['percentage', -6],
    ['uvIndex', -1],
    ['windDirection', 366],
    ['windDirection', 999],
    ['windDirection', -9_999],
    ['speed', -1],
    ['visibility', -1_000],
    ['precipitation', -1],
    ['snow', -1],
    ['pressure', -0.1],
    ['temperature', -273.2],
    ['temperature', 1e308],
    ['uvIndex', 51],
    ['speed', 1_001],
    ['visibility', 2e6],
    ['precipitation', 1e5],
    ['snow', 1e5],
    ['pressure', 1e5],
    ['hoursOfDay', 24.2],
    ['airQualityIndex', -1],
    ['airQualityIndex', 2_001],
    ['particlesPerCubicMeter', -1],
    ['moonAge', 31],
    ['percentage', NaN],
    ['windDirection', Infinity],
  ] as const)('far outside the range of %s is unknown: %d', (kind, value) => {
    expect(withinRange(kind, value)).toBeNull();
  });

  it('that is unknown stays unknown', () => {
    expect(withinRange('percentage', null)).toBeNull();
  });
});

describe('a stored value', () => {
  it.each([
    ['percentage', 0],
    ['percentage', 100],
    ['windDirection', 360],
    ['uvIndex', 50],
    ['temperature', -40.5],
  ] as const)('may be any of the range of %s: %d', (kind, value) => {
    expect(isInRange(kind, value)).toBe(true);
  });

  it.each([
    ['percentage', 100.1],
    ['speed', -0.1],
    ['uvIndex', 50.4],
    ['uvIndex', 1.5],
    ['temperature', NaN],
    ['temperature', Infinity],
  ] as const)('is never outside the range of %s, not even slightly: %d', (kind, value) => {
    expect(isInRange(kind, value)).toBe(false);
  });
});
