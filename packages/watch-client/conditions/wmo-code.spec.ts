import { describe, expect, it } from '@jest/globals';
import { CONDITIONS } from './conditions.js';
import { wmoCode } from './wmo-code.js';

/** https://open-meteo.com/en/docs, "WMO Weather interpretation codes (WW)". */
const CODES_OF_OPEN_METEO = [
  0, 1, 2, 3, 45, 48, 51, 53, 55, 56, 57, 61, 63, 65, 66, 67, 71, 73, 75, 77, 80, 81, 82, 85, 86,
  95, 96, 99,
];
const SAYS_NOTHING_ABOUT_THE_SKY = ['unknown', 'hot', 'cold', 'windy'];

describe('the WMO code of a condition', () => {
  it.each(CONDITIONS.filter((condition) => !SAYS_NOTHING_ABOUT_THE_SKY.includes(condition)))(
    'is one that Open-Meteo uses for %s',
    (condition) => {
      expect(CODES_OF_OPEN_METEO).toContain(wmoCode(condition));
    },
  );

  it.each([...SAYS_NOTHING_ABOUT_THE_SKY, 'tornado', null])('is null for %p', (condition) => {
    expect(wmoCode(condition)).toBeNull();
  });
});
