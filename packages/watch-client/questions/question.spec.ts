import { describe, expect, it } from '@jest/globals';
import { questionOf } from './question.js';

describe('the query of a request', () => {
  it.each([
    ['as it is', 48.87, 2.3, 'lt=48.87&lg=2.3'],
    ['without what would tell a house', 48.870502, 2.304887, 'lt=48.87&lg=2.3'],
    ['to the nearer step', -33.8688, 151.2093, 'lt=-33.87&lg=151.21'],
    ['without a minus at zero', -0.001, -0.004, 'lt=0&lg=0'],
    ['up to the edge of the world', 89.999, 179.999, 'lt=90&lg=180'],
  ])('has the position %s', (_how, latitude, longitude, query) => {
    expect(questionOf('glance', { latitude, longitude }, {}).path).toBe(`/v1/glance?${query}`);
  });

  it('does not depend on the order of the view’s fields', () => {
    const at = { latitude: 1, longitude: 2 };
    const path = '/v1/forecast/hourly?lt=1&lg=2&hours=6&lang=fr&units=imperial';

    expect(questionOf('hourlyForecast', at, { units: 'imperial', lang: 'fr', hours: 6 }).path).toBe(
      path,
    );
    expect(questionOf('hourlyForecast', at, { hours: 6, units: 'imperial', lang: 'fr' }).path).toBe(
      path,
    );
  });
});
