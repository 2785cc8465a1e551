import { describe, expect, it } from '@jest/globals';
import { DRIZZLE, VILLAGE } from '../testing/some-weather.js';
import { conditionsCodec, placeOfCellCodec } from './codecs.js';

/** Changing one of these texts breaks a rolling update: give the record a new key instead. */
describe('what the store holds', () => {
  it('of conditions', () => {
    expect(conditionsCodec.encode(DRIZZLE)).toBe(
      '{"o":1767225600000,"c":"drizzle","d":false,"t":7.5,"f":4.2,"dp":6.1,"h":91,"cc":100,"w":18.5,"g":33.3,"wd":225,"p":1008.5,"pt":"falling","v":9700,"r":1,"pk":"rain","u":1}',
    );
  });

  it('of a place', () => {
    expect(placeOfCellCodec.encode({ place: VILLAGE })).toBe(
      '{"k":"village","n":"Village","c":"FR","z":"Europe/Paris","p":{"latitude":48.872,"longitude":2.31},"a":true}',
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
    [
      'place of which little is known',
      { ...VILLAGE, name: null, timeZone: null, position: null, hasAlerts: null },
    ],
    ['missing place', null],
  ])('is the %s', (_what, place) => {
    expect(placeOfCellCodec.decode(placeOfCellCodec.encode({ place }))).toEqual({ place });
  });

  it.each(['', 'garbage', '[]', '--'])('is nothing, of %p', (text) => {
    expect(placeOfCellCodec.decode(text)).toBeUndefined();
    expect(conditionsCodec.decode(text)).toBeUndefined();
  });
});
