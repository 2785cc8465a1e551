import { expect, it } from '@jest/globals';
import { fastify } from 'fastify';
import { Registry } from 'prom-client';
import { recordAnswerSource } from '../http/answer-source.js';
import type { Age, Location } from '../reading.js';
import { CountryMetrics } from './country.metrics.js';

/** What is counted of a request, when the place that it is answered for has this country. */
async function countedOf(user: object | undefined, country?: string | null): Promise<string[]> {
  const registry = new Registry();
  const server = fastify();
  new CountryMetrics(registry).follow(server);
  server.get('/', (request) => {
    Object.assign(request, { user });
    const of = { place: { country }, outcome: 'hit', freshness: 'fresh' };
    if (country !== undefined) recordAnswerSource(request, of as unknown as Age & Location);
    return 'weather';
  });
  await server.inject('/');
  await server.close();
  return (await registry.metrics()).split('\n').filter((line) => line.startsWith('mfapi'));
}

it.each([
  ['the country of the place', 'FR', 'FR'],
  ['Kosovo, which has no code of the standard', 'XK', 'XK'],
  ['none where the provider tells none', null, 'none'],
  ['none where there is no place', undefined, 'none'],
  ['none for what is no country', 'Atlantis', 'none'],
  ['none for a code that is nobody’s', 'ZZ', 'none'],
])('counts %s', async (_name, country, counted) => {
  expect(await countedOf({ subject: 'anna' }, country)).toEqual([
    `mfapi_requests_by_country_total{country="${counted}"} 1`,
  ]);
});

it('does not count who is no watch', async () => {
  expect(await countedOf(undefined)).toEqual([]);
});
