import { describe, expect, it } from '@jest/globals';
import { toConditionCode } from './accwea.icons.js';

/** The table of the vendor's page, inverted. */
const ICONS_OF_CODE = {
  clear: [1, 33],
  'mostly-clear': [2, 34],
  'partly-cloudy': [3, 35],
  'mostly-cloudy': [4, 6, 36, 38],
  haze: [5, 37],
  cloudy: [7],
  overcast: [8],
  fog: [11],
  showers: [12, 13, 14, 39, 40],
  thunderstorm: [15, 16, 17, 41, 42],
  rain: [18],
  flurries: [19, 20, 21, 43],
  snow: [22, 23, 44],
  ice: [24],
  sleet: [25],
  'freezing-rain': [26],
  'rain-and-snow': [29],
  hot: [30],
  cold: [31],
  windy: [32],
  unknown: [9, 10, 27, 28, 0, 45, -1, 18.5, 1e9],
};

describe('toConditionCode', () => {
  it.each(Object.entries(ICONS_OF_CODE))(
    'maps icons to %s by day and by night: %j',
    (code, icons) => {
      for (const icon of icons) expect(toConditionCode(icon)).toBe(code);
    },
  );

  it('covers every icon from 1 to 44 that the vendor assigns, and no other', () => {
    const listed = Object.values(ICONS_OF_CODE).flat();

    for (let icon = 1; icon <= 44; icon += 1) expect(listed).toContain(icon);
  });

  it.each([[null], [undefined], ['18'], [''], [true], [{}], [[18]], [NaN]])(
    'returns null for %j',
    (icon) => {
      expect(toConditionCode(icon)).toBeNull();
    },
  );
});
