import { describe, expect, it } from '@jest/globals';
import { DRIZZLE, GALE, RAINY_DAYS, RAINY_HOURS, VILLAGE } from '../testing/weather.fixtures.js';
import { DATASETS } from './registry.js';
import { placeCodec, placeRecordCodec } from '../places/place-record.js';
import { ACCWEA } from '../providers/accwea/accwea.descriptor.js';

const LOADED_AT_MS = Date.UTC(2026, 0, 1);
const places = placeRecordCodec(placeCodec(ACCWEA.isPlaceKey));

/** Changing one of these texts breaks a rolling update: give the record a new key instead. */
describe('stored records', () => {
  it('keep the stored format of conditions', () => {
    expect(DATASETS.conditions.codec.encode(DRIZZLE)).toBe(
      '{"o":1767225600000,"c":"drizzle","d":false,"t":7.5,"f":4.2,"dp":6.1,"h":91,"cc":100,"w":18.5,"g":33.3,"wd":225,"p":1008.5,"pt":"falling","v":9700,"r":1,"pk":"rain","u":1}',
    );
  });

  it('keep the stored format of an hour', () => {
    const [hour] = RAINY_HOURS.hours;
    expect(DATASETS.hourly.codec.encode({ hours: hour ? [hour] : [] })).toBe(
      '{"h":[{"s":1767225600000,"c":"rain","d":false,"t":5,"f":2.5,"h":88,"cc":95,"w":20.4,"g":38.9,"wd":240,"v":8000,"pp":70,"r":0.8,"sn":0,"u":0}]}',
    );
  });

  it('keep the stored format of a day', () => {
    const [day] = RAINY_DAYS.days;
    expect(DATASETS.daily.codec.encode({ days: day ? [day] : [], timeZone: 'Etc/GMT-3' })).toBe(
      '{"d":[{"on":"2026-01-01","c":"rain","nc":"cloudy","l":2.5,"h":8.1,"pp":80,"r":6.4,"sn":0,"w":25.9,"g":50,"wd":230,"u":1,"sr":1767253500000,"ss":1767283200000}],"z":"Etc/GMT-3"}',
    );
  });

  it('keep the stored format of an alert', () => {
    expect(DATASETS.alerts.codec.encode({ alerts: [GALE] })).toBe(
      '{"a":[{"i":"42","t":"Gale warning","v":"severe","c":"WIND","s":"Met Office","a":"Coast","x":"Stay in.","b":1767225600000,"e":1767247200000}]}',
    );
  });

  it('keep the stored format of a place', () => {
    expect(places.encode({ place: VILLAGE })).toBe(
      '{"k":"village","n":"Village","c":"FR","z":"Europe/Paris","p":{"latitude":48.872,"longitude":2.31},"a":true}',
    );
  });

  it('keep the stored format of a place without a named time zone', () => {
    const change = { atMs: 1_790_000_000_000, minutes: 630 };
    const place = { ...VILLAGE, timeZone: null, utcOffset: { minutes: 570, change } };
    expect(places.encode({ place })).toBe(
      '{"k":"village","n":"Village","c":"FR","uo":{"minutes":570,"change":{"atMs":1790000000000,"minutes":630}},"p":{"latitude":48.872,"longitude":2.31},"a":true}',
    );
    expect(places.decode(places.encode({ place }), LOADED_AT_MS)).toEqual({ place });
  });

  it('keep the stored format of a negative place', () => {
    expect(places.encode({ place: null })).toBe('-');
  });
});

describe('decoding stored records', () => {
  it('restores conditions', () => {
    expect(
      DATASETS.conditions.codec.decode(DATASETS.conditions.codec.encode(DRIZZLE), LOADED_AT_MS),
    ).toEqual(DRIZZLE);
  });

  it.each([
    ['place', VILLAGE],
    [
      'place of which little is known',
      { ...VILLAGE, name: null, timeZone: null, position: null, hasAlerts: null },
    ],
    ['missing place', null],
  ])('restores the %s', (_what, place) => {
    expect(places.decode(places.encode({ place }), LOADED_AT_MS)).toEqual({ place });
  });

  it.each(['', 'garbage', '[]', '--'])('returns undefined for %p', (text) => {
    expect(places.decode(text, LOADED_AT_MS)).toBeUndefined();
    for (const { codec } of Object.values(DATASETS))
      expect(codec.decode(text, LOADED_AT_MS)).toBeUndefined();
  });
});
