import { describe, expect, it } from '@jest/globals';
import { positionKey } from './position-key.js';

describe('positionKey', () => {
  it.each([
    [48.875, 2.305, '48.87,2.30'],
    [48.8799, 2.3099, '48.87,2.30'],
    [48.88, 2.31, '48.88,2.31'],
    // In binary these are a little less than the hundredths that they are.
    [1.15, 4.35, '1.15,4.35'],
    [0.29, 0.57, '0.29,0.57'],
    [-33.8688, 151.2093, '-33.86,151.20'],
    [-0.004, 0.004, '0.00,0.00'],
    [90, -180, '90.00,-180.00'],
    [-17.5, 180, '-17.50,180.00'],
  ])('truncates %d, %d towards 0,0, to %s', (latitude, longitude, key) => {
    expect(positionKey({ latitude, longitude })).toBe(key);
  });
});
