import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { unicodeText } from '@app/json/testing/unicode-text.js';
import { isWithinLimits, joinWithinLimits } from './value-text.js';

describe('a text', () => {
  it.each([
    ['placeKey', '166808_PC'],
    ['placeKey', '1-178087_1_AL'],
    ['placeKey', '...'],
    ['placeKey', 'x'.repeat(100)],
    ['placeName', 'Sankt Pölten'],
    ['placeName', '東京 😀'],
    ['placeName', 'x'.repeat(200)],
    ['country', 'XK'],
    ['timeZone', 'America/Argentina/ComodRivadavia'],
    ['timeZone', 'Etc/GMT+12'],
    ['timeZone', '-09:30'],
    ['timeZone', 'UTC'],
    ['alertText', 'x'.repeat(10_000)],
  ] as const)('is a possible %s: %j', (kind, text) => {
    expect(isWithinLimits(kind, text)).toBe(true);
  });

  it.each([
    ['placeKey', ''],
    ['placeKey', '.'],
    ['placeKey', '..'],
    ['placeKey', '../x'],
    ['placeKey', 'a\n'],
    ['placeKey', 'é'],
    ['placeKey', '\ud800'],
    ['placeKey', 'x'.repeat(101)],
    ['placeName', ''],
    ['placeName', 'x'.repeat(201)],
    ['placeName', 'Paris \ud800'],
    ['placeName', '\udc00 Paris'],
    ['country', 'fr'],
    ['country', 'FRA'],
    ['timeZone', '9999-12-31'],
    ['timeZone', '../etc'],
    ['alertText', 'x'.repeat(10_001)],
    ['alertText', '東'.repeat(3_334)],
  ] as const)('is no possible %s: %j', (kind, text) => {
    expect(isWithinLimits(kind, text)).toBe(false);
  });
});

describe('joined texts', () => {
  it('have a separator between them', () => {
    expect(joinWithinLimits('alertArea', ['North', 'South'], ', ')).toBe('North, South');
  });

  it('leave out what does not fit, and nothing else', () => {
    const texts = ['a', 'x'.repeat(9_999), '\ud800', 'b'];
    expect(joinWithinLimits('alertText', texts, '\n')).toBe('a\nb');
  });

  it.each([[[]], [['x'.repeat(10_001)]], [['']]])('are null when none is left', (texts) => {
    expect(joinWithinLimits('alertText', texts, '\n')).toBeNull();
  });

  it('always fit', () => {
    fc.assert(
      fc.property(fc.array(unicodeText({ maxLength: 60 })), (texts) => {
        const joined = joinWithinLimits('placeName', texts, ' ');
        expect(joined === null || isWithinLimits('placeName', joined)).toBe(true);
      }),
    );
  });
});
