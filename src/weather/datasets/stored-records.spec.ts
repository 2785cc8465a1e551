import { describe, expect, it } from '@jest/globals';
import { withNulls } from '../testing/reading.fixtures.js';
import {
  DRIZZLE,
  GALE,
  RAIN_IN_12_MINUTES,
  RAINY_DAYS,
  RAINY_HOURS,
  VILLAGE,
} from '../testing/weather.fixtures.js';
import { NOT_COVERED } from './minutely/minutely-forecast.js';
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

  it('keep the stored format of the next minutes', () => {
    const [interval] = RAIN_IN_12_MINUTES.intervals;
    const intervals = interval ? [interval] : [];
    expect(DATASETS.minutely.codec.encode({ ...RAIN_IN_12_MINUTES, intervals })).toBe(
      '{"c":true,"m":1,"i":[{"s":1767225600000,"e":1767226320000,"t":"none","r":0}]}',
    );
    expect(DATASETS.minutely.codec.encode(NOT_COVERED)).toBe('{"c":false,"i":[]}');
  });

  it('keep the stored format of a day', () => {
    const [day] = RAINY_DAYS.days;
    expect(DATASETS.daily.codec.encode({ days: day ? [day] : [], timeZone: 'Etc/GMT-3' })).toBe(
      '{"d":[{"on":"2026-01-01","c":"rain","nc":"cloudy","l":2.5,"h":8.1,"pp":80,"r":6.4,"sn":0,"w":25.9,"g":50,"wd":230,"u":1,"sr":1767253500000,"ss":1767283200000,"sh":1.5,"ac":"moderate","ai":61,"gc":"low","gp":0,"tc":"moderate","tp":34,"rc":"low","rp":0,"mc":"high","mp":13680,"ph":"waxing-gibbous","ma":12,"mr":1767276000000,"ms":1767333600000}],"z":"Etc/GMT-3"}',
    );
  });

  it('keep the stored format of an alert', () => {
    expect(DATASETS.alerts.codec.encode({ alerts: [GALE] })).toBe(
      '{"a":[{"i":"42","t":"Gale warning","v":"severe","c":"WIND","s":"Met Office","a":"Coast","x":"Stay in.","b":1767225600000,"e":1767247200000}]}',
    );
  });

  it('keep the stored format of a place', () => {
    expect(places.encode({ place: VILLAGE })).toBe(
      '{"k":"village","n":"Village","c":"FR","z":"Europe/Paris","p":{"latitude":48.872,"longitude":2.31},"a":true,"aq":true,"po":true,"m":true}',
    );
  });

  it('keep the stored format of a place without a named time zone', () => {
    const change = { atMs: 1_790_000_000_000, minutes: 630 };
    const place = { ...VILLAGE, timeZone: null, utcOffset: { minutes: 570, change } };
    expect(places.encode({ place })).toBe(
      '{"k":"village","n":"Village","c":"FR","uo":{"minutes":570,"change":{"atMs":1790000000000,"minutes":630}},"p":{"latitude":48.872,"longitude":2.31},"a":true,"aq":true,"po":true,"m":true}',
    );
    expect(places.decode(places.encode({ place }), LOADED_AT_MS)).toEqual({ place });
  });

  it('keep the stored format of the elevation and the city of a neighbourhood', () => {
    const place = { ...VILLAGE, elevationMetres: 40, cityKey: '623' };
    const { el, ck } = JSON.parse(places.encode({ place })) as Record<string, unknown>;
    expect([el, ck]).toEqual([40, '623']);
    expect(places.decode(places.encode({ place }), LOADED_AT_MS)).toEqual({ place });
  });

  it('keep the stored format of an inferred place', () => {
    const text = places.encode({ place: VILLAGE, isInferred: true });
    expect(text).toBe(`~${places.encode({ place: VILLAGE })}`);
    expect(places.decode(text, LOADED_AT_MS)).toEqual({ place: VILLAGE, isInferred: true });
    expect(places.decode('~', LOADED_AT_MS)).toBeUndefined();
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
    ['a forecast of minutes', RAIN_IN_12_MINUTES],
    ['a position that is not covered', NOT_COVERED],
  ])('restores %s', (_what, record) => {
    const { codec } = DATASETS.minutely;
    expect(codec.decode(codec.encode(record), LOADED_AT_MS)).toEqual(record);
  });

  it.each([
    ['place', VILLAGE],
    [
      'place of which little is known',
      {
        ...withNulls(VILLAGE, ['key', 'country']),
      },
    ],
    ['missing place', null],
  ])('restores the %s', (_what, place) => {
    expect(places.decode(places.encode({ place }), LOADED_AT_MS)).toEqual({ place });
  });

  it('reads a day of a release without air quality, pollen and moon as a day where they are unknown', () => {
    const before = '{"d":[{"on":"2026-01-01","c":"rain","sr":1767253500000}],"z":"Etc/GMT-3"}';
    const { days } = DATASETS.daily.codec.decode(before, LOADED_AT_MS) ?? {};
    expect(days).toEqual([
      {
        ...withNulls(RAINY_DAYS.days[0]!, ['date', 'condition']),
        sunriseAtMs: 1_767_253_500_000,
      },
    ]);
  });

  it('reads a place of a release that did not store whether it has air quality and pollen as unknown', () => {
    const before = '{"k":"village","n":"Village","c":"FR","a":true}';
    expect(places.decode(before, LOADED_AT_MS)?.place).toMatchObject({
      hasAlerts: true,
      hasAirQuality: null,
      hasPollen: null,
    });
  });

  it.each(['', 'garbage', '[]', '--'])('returns undefined for %p', (text) => {
    expect(places.decode(text, LOADED_AT_MS)).toBeUndefined();
    for (const { codec } of Object.values(DATASETS))
      expect(codec.decode(text, LOADED_AT_MS)).toBeUndefined();
  });
});
