import type { FastifyRequest } from 'fastify';
import type { LogFields } from '@app/observability/access-log.js';
import { problemOf } from '@app/problem/noted-problem.js';
import { COUNTRIES } from '../places/countries.js';
import { answerSourceOf } from './answer-source.js';

const HALF_CIRCLE = 1_800;
/** Every tenth of a degree as text: to write a fraction anew costs as much as three other fields. */
const TENTHS = Array.from({ length: 2 * HALF_CIRCLE + 1 }, (_, index) =>
  String((index - HALF_CIRCLE) / 10),
);

/**
 * What the access log tells of weather: roughly where, in which country, out of the cache or not, and
 * which problem instead. The position is the cell's centre to 0.1°, some 10 km: beside a user's id,
 * cells of a kilometre would be the history of his movements.
 */
export function addWeatherFields(fields: LogFields, request: FastifyRequest): void {
  fields['error.code'] = problemOf(request);
  const answer = answerSourceOf(request);
  if (!answer) return;
  const { centre, country, cache } = answer;
  fields['client.geo.location'] = `${tenths(centre.latitude)},${tenths(centre.longitude)}`;
  if (country !== null && COUNTRIES.has(country)) fields['client.geo.country_iso_code'] = country;
  fields['labels.cache'] = cache;
}

function tenths(degrees: number): string | undefined {
  return TENTHS[Math.round(degrees * 10) + HALF_CIRCLE];
}
