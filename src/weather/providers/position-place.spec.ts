import { describe, expect, it } from '@jest/globals';
import { coordinatesOf, isPositionKey, placeAt } from './position-place.js';

describe('placeAt', () => {
  it.each([
    [48.875, 2.305, '48.875,2.305'],
    [-0.00449, -179.99551, '-0.00449,-179.99551'],
    [-0, 0.00001, '0,0.00001'],
    [90, -180, '90,-180'],
  ])('returns the exact centre of the cell at %p, %p: %s', (latitude, longitude, key) => {
    const centre = { latitude, longitude };

    expect(placeAt(centre)).toEqual({
      key,
      name: null,
      country: null,
      timeZone: null,
      utcOffset: null,
      position: centre,
      elevationMetres: null,
      cityKey: null,
      hasAlerts: false,
      hasAirQuality: false,
      hasPollen: false,
      hasMinutely: null,
    });
    expect(isPositionKey(key)).toBe(true);
    const [keyLatitude, keyLongitude] = key.split(',');
    expect(coordinatesOf(key)).toEqual({ latitude: keyLatitude, longitude: keyLongitude });
  });
});

describe('coordinatesOf', () => {
  it.each([
    '',
    '623',
    '166808_PC',
    'village',
    '48.875',
    '48.875,',
    ',2.305',
    '48.875,2.305,0',
    '48.875, 2.305',
    ' 48.875,2.305',
    '48.875,2.305\n',
    '48.875;2.305',
    '90.1,0',
    '0,180.1',
    '1e1,2',
    '.5,.5',
    '5.,5.',
    '+1,2',
    'NaN,0',
    '48.875,2.305&models=all',
    `48.${'0'.repeat(100)},2`,
  ])('rejects the key of another provider without repeating it: %j', (key) => {
    expect(isPositionKey(key)).toBe(false);
    expect(() => coordinatesOf(key)).toThrow(
      expect.objectContaining({ fault: 'rejected', message: 'the place key is not a position' }),
    );
  });
});
