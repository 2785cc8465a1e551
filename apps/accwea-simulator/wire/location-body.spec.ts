import { describe, expect, it } from '@jest/globals';
import type { Place } from '../../../packages/simulated-weather/world/place.js';
import { locationBody } from './location-body.js';
import { A_FLAG, A_NUMBER, A_TEXT, both } from './shapes.fixture.js';
import { city, SUMMER_AFTERNOON, village } from './view.fixture.js';

const NAMED = { ID: A_TEXT, LocalizedName: A_TEXT, EnglishName: A_TEXT };

const bodyOf = (place: Place) => locationBody(place, SUMMER_AFTERNOON, 'en-us');

describe('the body of a place', () => {
  it.each([city('Paris'), city('Singapore'), village(46.8, 2.6), village(-85, 30)])(
    'has the fields of the wire facts',
    (place) => {
      expect(bodyOf(place)).toStrictEqual({
        Version: 1,
        Key: place.key,
        Type: expect.stringMatching(/^(City|PostalCode|POI)$/),
        Rank: A_NUMBER,
        LocalizedName: A_TEXT,
        EnglishName: A_TEXT,
        PrimaryPostalCode: A_TEXT,
        Region: NAMED,
        Country: NAMED,
        AdministrativeArea: {
          ...NAMED,
          Level: A_NUMBER,
          LocalizedType: A_TEXT,
          EnglishType: A_TEXT,
          CountryID: place.countryId,
        },
        TimeZone: {
          Code: A_TEXT,
          Name: place.zone,
          GmtOffset: A_NUMBER,
          IsDaylightSaving: A_FLAG,
          NextOffsetChange: place.zone === 'Europe/Paris' ? A_TEXT : null,
        },
        GeoPosition: {
          Latitude: place.latitude,
          Longitude: place.longitude,
          Elevation: both('height'),
        },
        IsAlias: false,
        SupplementalAdminAreas: expect.any(Array),
        DataSets: expect.any(Array),
      });
    },
  );

  it('has the next clock change, or null where there is none', () => {
    expect(bodyOf(city('Paris')).TimeZone).toMatchObject({
      GmtOffset: 2,
      IsDaylightSaving: true,
      NextOffsetChange: '2026-10-25T01:00:00Z',
    });
    expect(bodyOf(city('Kathmandu')).TimeZone).toMatchObject({
      GmtOffset: 5.75,
      IsDaylightSaving: false,
      NextOffsetChange: null,
    });
  });

  it('names the country in the requested language', () => {
    expect(locationBody(city('New York'), SUMMER_AFTERNOON, 'fr-fr').Country).toEqual({
      ID: 'US',
      LocalizedName: 'États-Unis',
      EnglishName: 'United States',
    });
  });

  it('lists the Alerts data set only for places in a country', () => {
    expect(bodyOf(city('Paris')).DataSets).toContain('Alerts');
    expect(bodyOf(village(-85, 30)).DataSets).not.toContain('Alerts');
  });

  it.each([
    ['Phoenix', true, true],
    ['Prague', false, true],
    ['Montreal', false, false],
  ])('lists in %s whether daily forecasts have air quality and pollen', (name, air, pollen) => {
    const { DataSets } = bodyOf(city(name));
    expect(DataSets.includes('DailyAirQualityForecast')).toBe(air);
    expect(DataSets.includes('DailyPollenForecast')).toBe(pollen);
  });
});
