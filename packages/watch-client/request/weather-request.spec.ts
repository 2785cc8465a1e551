import { describe, expect, it } from '@jest/globals';
import { createRequest } from './weather-request.js';

describe('the position in the query of a request', () => {
  it.each([
    ['is unchanged at two decimals', 48.87, 2.3, 'lt=48.87&lg=2.3'],
    ['is rounded, so that it does not reveal a house', 48.870502, 2.304887, 'lt=48.87&lg=2.3'],
    ['is rounded to the nearest step', -33.8688, 151.2093, 'lt=-33.87&lg=151.21'],
    ['has no minus sign at zero', -0.001, -0.004, 'lt=0&lg=0'],
    ['can be the maximum', 89.999, 179.999, 'lt=90&lg=180'],
  ])('%s', (_how, latitude, longitude, query) => {
    expect(createRequest('glance', { latitude, longitude }, {}).path).toBe(`/v1/glance?${query}`);
  });
});

describe('the query of a request', () => {
  it('does not depend on the order of the options', () => {
    const at = { latitude: 1, longitude: 2 };
    const path = '/v1/forecast/hourly?lt=1&lg=2&hours=6&lang=fr&units=imperial';

    expect(
      createRequest('hourlyForecast', at, { units: 'imperial', lang: 'fr', hours: 6 }).path,
    ).toBe(path);
    expect(
      createRequest('hourlyForecast', at, { hours: 6, units: 'imperial', lang: 'fr' }).path,
    ).toBe(path);
  });
});
