import { describe, expect, it } from '@jest/globals';
import { rainRate } from './accwea.reflectivity.js';

describe('rainRate', () => {
  it.each([
    [10, 0.15],
    [18, 0.49],
    [23, 1],
    [30, 2.73],
    [40, 11.53],
    [50, 48.62],
  ])('for %d dBZ is %d mm/h (Marshall and Palmer)', (dbz, rate) => {
    expect(rainRate(dbz)).toBe(rate);
  });

  it.each([5, -10, 61, 1e308, NaN])('for %d dBZ, which is not rain, is null', (dbz) => {
    expect(rainRate(dbz)).toBeNull();
  });
});
