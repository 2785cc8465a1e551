import { describe, expect, it } from '@jest/globals';
import { toCity, toPlace } from './accwea.place.js';
import { PARIS, locationAnswer } from '../testing/accwea.fixtures.js';

const positioned = (Latitude: unknown, Longitude: unknown): Record<string, unknown> =>
  locationAnswer({ GeoPosition: { Latitude, Longitude } });

describe('toPlace', () => {
  it('reads the place of a cell', () => {
    expect(toPlace(locationAnswer(), PARIS)).toEqual({
      key: '166808_PC',
      name: 'Paris 08',
      country: 'FR',
      timeZone: 'Europe/Paris',
      utcOffset: null,
      position: { latitude: 48.8723, longitude: 2.3051 },
      elevationMetres: 40,
      cityKey: null,
      hasAlerts: true,
      hasAirQuality: true,
      hasPollen: false,
      hasMinutely: true,
    });
  });

  it('reads a place in a list, as the sibling endpoint returns it', () => {
    expect(toPlace([locationAnswer()], PARIS)).toEqual(toPlace(locationAnswer(), PARIS));
  });

  it.each(['623', '166808_PC', '1234_POI', '000012_AL', 'paris'])(
    'keeps the key unchanged: %s',
    (key) => {
      expect(toPlace(locationAnswer({ Key: key }), PARIS)?.key).toBe(key);
    },
  );

  it.each([
    ['null', null],
    ['nothing', undefined],
    ['an empty list', []],
    ['an empty text', ''],
    ['an empty object', {}],
    ['a place without key', locationAnswer({ Key: undefined })],
    ['a null key', locationAnswer({ Key: null })],
    ['an empty key', locationAnswer({ Key: '' })],
    ['a list of a place without key', [locationAnswer({ Key: null })]],
  ])('returns no place for %s', (_name, body) => {
    expect(toPlace(body, PARIS)).toBeNull();
  });

  it.each([
    ['true', true],
    ['false', false],
    ['text', 'text'],
    ['a number', 0],
    ['a list of null', [null]],
    ['a list of a list', [[]]],
    ['a key that is a number', locationAnswer({ Key: 166_808 })],
    ['a key that is zero', locationAnswer({ Key: 0 })],
    ['a key that is an object', locationAnswer({ Key: {} })],
    ['a key that is a list', locationAnswer({ Key: ['623'] })],
    ['a key that is false', locationAnswer({ Key: false })],
  ])('throws malformed for %s', (_name, body) => {
    expect(() => toPlace(body, PARIS)).toThrow(expect.objectContaining({ fault: 'malformed' }));
  });
});

describe('toPlace: name', () => {
  it.each([
    ['Warsaw', 'Warszawa', 'Warsaw'],
    ['', 'Warszawa', 'Warszawa'],
    [null, 'Warszawa', 'Warszawa'],
    [undefined, 'Warszawa', 'Warszawa'],
    [7, 'Warszawa', 'Warszawa'],
    ['', '', null],
    [undefined, undefined, null],
  ])('is English %p, else localized %p: %p', (EnglishName, LocalizedName, expected) => {
    expect(toPlace(locationAnswer({ EnglishName, LocalizedName }), PARIS)?.name).toBe(expected);
  });

  it.each([[null], [undefined], [{}], ['FR'], [[]], [{ ID: '', Name: '' }], [{ ID: 7, Name: 7 }]])(
    'is read when country and time zone are %j',
    (given) => {
      expect(toPlace(locationAnswer({ Country: given, TimeZone: given }), PARIS)).toMatchObject({
        name: 'Paris 08',
        country: null,
        timeZone: null,
      });
    },
  );
});

describe('toPlace: country', () => {
  it.each([
    ['FR', 'FR'],
    ['fr', 'FR'],
    ['', null],
    ['EUR', null],
    ['F1', null],
    [' F', null],
    [7, null],
  ])('reads the ID %j as %p', (ID, country) => {
    expect(toPlace(locationAnswer({ Country: { ID } }), PARIS)).toMatchObject({ country });
  });

  it('is unknown in a disputed area, whatever the administering country', () => {
    const disputed = {
      Country: { ID: '', EnglishName: '' },
      AdministrativeArea: { CountryID: 'FR' },
    };

    expect(toPlace(locationAnswer(disputed), PARIS)).toMatchObject({ country: null });
  });
});

describe('toPlace: time zone', () => {
  it('is the offset when the name is unusable', () => {
    const TimeZone = { Name: 'Europe/Atlantis', GmtOffset: 9.5 };
    expect(toPlace(locationAnswer({ TimeZone }), PARIS)).toMatchObject({
      timeZone: null,
      utcOffset: { minutes: 570, change: null },
    });
  });
});

describe('toPlace: official alerts', () => {
  it.each([
    [['Alerts', 'MinuteCast'], true],
    [['MinuteCast', 'Alerts'], true],
    [['MinuteCast'], false],
    [['ALERTS'], false],
    [[], false],
    [[null], null],
    [null, null],
    [undefined, null],
    ['Alerts', null],
    [{ Alerts: true }, null],
  ])('reads DataSets %j as %p', (DataSets, hasAlerts) => {
    expect(toPlace(locationAnswer({ DataSets }), PARIS)).toMatchObject({ hasAlerts });
  });
});

describe('toPlace: air quality and pollen in the daily forecast', () => {
  it.each([
    [['DailyAirQualityForecast', 'DailyPollenForecast'], true, true],
    [['AirQualityForecasts', 'DailyPollenForecast'], false, true],
    [['AirQualityCurrentConditions', 'DailyAirQualityForecast'], true, false],
    [['Alerts'], false, false],
    [[], false, false],
    [['DailyPollenForecast', null], null, true],
    [undefined, null, null],
  ])('reads DataSets %j as %p and %p', (DataSets, hasAirQuality, hasPollen) => {
    expect(toPlace(locationAnswer({ DataSets }), PARIS)).toMatchObject({
      hasAirQuality,
      hasPollen,
    });
  });
});

describe('toPlace: city', () => {
  const city = { Key: '623', LocalizedName: 'Paris', EnglishName: 'Paris' };

  it('is the key of ParentCity', () => {
    expect(toPlace(locationAnswer({ ParentCity: city }), PARIS)?.cityKey).toBe('623');
  });

  it.each([
    [null],
    [undefined],
    ['623'],
    [[]],
    [{}],
    [{ Key: null }],
    [{ Key: '' }],
    [{ Key: 623 }],
    [{ Key: '166808_PC' }],
  ])('is none with the ParentCity %j', (ParentCity) => {
    expect(toPlace(locationAnswer({ ParentCity }), PARIS)).toMatchObject({ cityKey: null });
  });

  it.each([[null], [{}], [{ Metric: null }], [{ Metric: { Value: '40' } }], [40]])(
    'has no elevation with the Elevation %j',
    (Elevation) => {
      const GeoPosition = { Latitude: 48.8723, Longitude: 2.3051, Elevation };
      expect(toPlace(locationAnswer({ GeoPosition }), PARIS)).toMatchObject({
        elevationMetres: null,
        position: { latitude: 48.8723, longitude: 2.3051 },
      });
    },
  );
});

describe('toCity', () => {
  it('reads a location however far away', () => {
    expect(toCity(positioned(0, 0), '166808_PC')).toMatchObject({ key: '166808_PC' });
  });

  it.each([
    ['another location', locationAnswer({ Key: '1' })],
    ['null', null],
    ['an empty list', []],
  ])('is null for %s', (_what, body) => {
    expect(toCity(body, '166808_PC')).toBeNull();
  });

  it('throws malformed for what is no location', () => {
    expect(() => toCity(true, '1')).toThrow(expect.objectContaining({ fault: 'malformed' }));
  });
});

describe('toPlace: distance from the cell', () => {
  // One degree of latitude is 111.2 km on the mean sphere.
  it.each([
    ['in the cell', 48.875, 2.305],
    ['11 km away', 48.975, 2.305],
    ['50 km away', 48.4254, 2.305],
  ])('accepts a place %s', (_name, latitude, longitude) => {
    expect(toPlace(positioned(latitude, longitude), PARIS)?.position).toEqual({
      latitude,
      longitude,
    });
  });

  it.each([
    ['50.1 km away', 48.4244, 2.305],
    ['at the antipodes', -48.875, -177.695],
    ['at null island', 0, 0],
  ])('rejects a place %s', (_name, latitude, longitude) => {
    expect(toPlace(positioned(latitude, longitude), PARIS)).toBeNull();
  });

  it('is short across the antimeridian', () => {
    const fiji = { latitude: -16.8, longitude: 179.999 };

    expect(toPlace(positioned(-16.8, -179.999), fiji)?.key).toBeDefined();
  });

  it.each([
    ['null', null],
    ['missing', undefined],
    ['empty', {}],
    ['half', { Latitude: 48.8 }],
    ['text', { Latitude: '48.8', Longitude: '2.3' }],
    ['a list', [48.8, 2.3]],
    ['not on Earth', { Latitude: 131, Longitude: 2.3 }],
    ['beyond the antimeridian', { Latitude: 48.8, Longitude: 362.3 }],
  ])('is unknown when the position is %s, and the place is accepted', (_name, GeoPosition) => {
    expect(toPlace(locationAnswer({ GeoPosition }), PARIS)).toMatchObject({
      key: '166808_PC',
      position: null,
    });
  });
});
