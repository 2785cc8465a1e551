import { expect, it } from '@jest/globals';
import { fastify } from 'fastify';
import { Registry } from 'prom-client';
import { recordAnswerSource } from '../http/answer-source.js';
import type { Reading } from '../reading.js';
import { CountryMetrics } from './country.metrics.js';

/** The metrics after a request whose place has this country. */
async function countedOf(user: object | undefined, country?: string | null): Promise<string[]> {
  const registry = new Registry();
  const server = fastify();
  new CountryMetrics(registry).follow(server);
  server.get('/', (request) => {
    Object.assign(request, { user });
    const reading = {
      location: { place: { country } },
      outcome: 'hit',
      placeOutcome: 'hit',
      freshness: 'fresh',
    };
    if (country !== undefined) recordAnswerSource(request, reading as unknown as Reading<null>);
    return 'weather';
  });
  await server.inject('/');
  await server.close();
  return (await registry.metrics()).split('\n').filter((line) => line.startsWith('mfapi'));
}

it.each([
  ['the country of the place', 'FR', 'FR'],
  ['Kosovo, which has no ISO code', 'XK', 'XK'],
  ['none where the provider gives no country', null, 'none'],
  ['none where there is no place', undefined, 'none'],
  ['none for an invalid country', 'Atlantis', 'none'],
  ['none for an unassigned code', 'ZZ', 'none'],
])('CountryMetrics counts %s', async (_name, country, counted) => {
  expect(await countedOf({ subject: 'anna' }, country)).toEqual([
    `mfapi_requests_by_country_total{country="${counted}"} 1`,
  ]);
});

it('CountryMetrics does not count a request without a user', async () => {
  expect(await countedOf(undefined)).toEqual([]);
});
