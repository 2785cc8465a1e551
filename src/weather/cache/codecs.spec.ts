import { describe, expect, it } from '@jest/globals';
import { DRIZZLE, VILLAGE } from '../testing/fake-weather-provider.js';
import { conditionsCodec, placeOfCellCodec } from './codecs.js';

/** Changing one of these texts breaks a rolling update: give the record a new key instead. */
describe('what the store holds', () => {
  it('of conditions', () => {
    expect(conditionsCodec.encode(DRIZZLE)).toBe('{"o":1767225600000,"v":9700,"r":1,"u":1}');
  });

  it('of a place', () => {
    expect(placeOfCellCodec.encode({ place: VILLAGE })).toBe(
      '{"k":"village","n":"Village","c":"FR","z":"Europe/Paris","p":{"latitude":48.872,"longitude":2.31}}',
    );
  });

  it('of no place', () => {
    expect(placeOfCellCodec.encode({ place: null })).toBe('-');
  });
});

describe('what comes back', () => {
  it('is the conditions', () => {
    expect(conditionsCodec.decode(conditionsCodec.encode(DRIZZLE))).toEqual(DRIZZLE);
  });

  it.each([
    ['place', VILLAGE],
    ['place of which little is known', { ...VILLAGE, name: null, timeZone: null, position: null }],
    ['missing place', null],
  ])('is the %s', (_what, place) => {
    expect(placeOfCellCodec.decode(placeOfCellCodec.encode({ place }))).toEqual({ place });
  });

  it.each(['', 'garbage', '[]', '--'])('is nothing, of %p', (text) => {
    expect(placeOfCellCodec.decode(text)).toBeUndefined();
    expect(conditionsCodec.decode(text)).toBeUndefined();
  });
});
