import { describe, expect, it } from '@jest/globals';
import type { FastifyRequest } from 'fastify';
import { setProblemCode } from '@app/problem/problem-code.js';
import { readingOf } from '../testing/reading.fixtures.js';
import { VILLAGE } from '../testing/weather.fixtures.js';
import { addWeatherFields, showsFailure } from './access-fields.js';
import { recordAnswerSource } from './answer-source.js';

const aRequest = (): FastifyRequest => ({}) as FastifyRequest;

/** The fields added for a request with this reading. */
function addedFor(changes: Parameters<typeof readingOf>[1]): Record<string, unknown> {
  const [request, fields] = [aRequest(), {}];
  recordAnswerSource(request, readingOf(null, changes));
  addWeatherFields(fields, request);
  return fields;
}

describe('addWeatherFields for a request with weather', () => {
  it('adds the position to 0.1 degrees, the country and the cache result', () => {
    expect(addedFor({})).toEqual({
      'client.geo.location': '48.9,2.3',
      'client.geo.country_iso_code': 'FR',
      'labels.cache': 'hit',
    });
  });

  it.each([
    [48.86934, 2.31058, '48.9,2.3'],
    [-33.84999, 151.25001, '-33.8,151.3'],
    [-0.04, 0.04, '0,0'],
    [89.99506, 179.99, '90,180'],
    [-89.99506, -179.99, '-90,-180'],
  ])('rounds (%d, %d) to the position %s', (latitude, longitude, location) => {
    const { 'client.geo.location': actual } = addedFor({ centre: { latitude, longitude } });

    expect(actual).toBe(location);
  });

  it.each([
    ['hit', 'stale', 'stale'],
    ['hit', 'expired', 'expired'],
    ['miss', 'fresh', 'miss'],
    ['waited', 'fresh', 'waited'],
  ] as const)('labels a %s that is %s as %s', (outcome, freshness, cache) => {
    expect(addedFor({ outcome, freshness })).toMatchObject({ 'labels.cache': cache });
  });

  it('labels a request that waited for the place only by how the place was found', () => {
    expect(addedFor({ outcome: 'hit', placeOutcome: 'miss' })).toMatchObject({
      'labels.cache': 'miss',
    });
  });

  it.each([null, 'Atlantis', '48.86934'])('omits an invalid country: %s', (country) => {
    const place = { ...VILLAGE, country };

    expect(addedFor({ place })).not.toHaveProperty(['client.geo.country_iso_code']);
  });
});

describe('addWeatherFields for a request with a problem', () => {
  it('adds the problem code and no place', () => {
    const [request, fields] = [aRequest(), {}];
    setProblemCode(request, 'weather-unavailable');
    addWeatherFields(fields, request);

    expect(fields).toEqual({ 'error.code': 'weather-unavailable' });
  });
});

describe('showsFailure', () => {
  it.each([
    ['hit', 'expired', true],
    ['hit', 'stale', false],
    ['hit', 'fresh', false],
    ['miss', 'fresh', false],
    ['waited', 'fresh', false],
    // A glance of which one part was loaded and another is expired.
    ['miss', 'expired', true],
  ] as const)('of a %s that is %s is %s', (outcome, freshness, expected) => {
    const request = aRequest();
    recordAnswerSource(request, readingOf(null, { outcome, freshness }));

    expect(showsFailure(request)).toBe(expected);
  });

  it('is true for a response without weather for one of several places', () => {
    const request = aRequest();
    recordAnswerSource(request, readingOf(null));
    setProblemCode(request, 'no-weather-here');

    expect(showsFailure(request)).toBe(true);
  });

  it('is false for a request without weather', () => {
    expect(showsFailure(aRequest())).toBe(false);
  });
});
