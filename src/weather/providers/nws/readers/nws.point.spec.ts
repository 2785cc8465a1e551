import { describe, expect, it } from '@jest/globals';
import { pointAnswer } from '../testing/nws.fixtures.js';
import { toPoint } from './nws.point.js';

describe('a point of the NWS', () => {
  it('is in zones, and near a town', () => {
    const { place, zones } = toPoint(pointAnswer());
    expect(place).toMatchObject({
      name: 'Boulder',
      country: 'US',
      timeZone: 'America/Denver',
      position: { latitude: 40.027_443, longitude: -105.251_945 },
    });
    expect(zones.split(' ')).toHaveLength(3);
  });

  it('is in other zones when one of them differs', () => {
    const other = toPoint(pointAnswer({ county: 'https://api.weather.gov/zones/county/COC059' }));
    expect(other.zones).not.toBe(toPoint(pointAnswer()).zones);
  });

  it.each(['PR', 'GU', 'VI', 'AS', 'MP'])('is in the territory %s', (state) => {
    expect(toPoint(pointAnswer({}, { state })).place.country).toBe(state);
  });

  it('may lack a town and a known time zone', () => {
    const { place } = toPoint(pointAnswer({ relativeLocation: null, timeZone: 'Mars/Base' }));
    expect(place).toMatchObject({ name: null, timeZone: null, position: null });
  });

  it.each([[null], [[]], [{}], [{ properties: {} }], [{ properties: { county: 7 } }]])(
    'without a zone is malformed: %j',
    (body) => {
      expect(() => toPoint(body)).toThrow(expect.objectContaining({ fault: 'malformed' }));
    },
  );
});
