import type { FastifyRequest } from 'fastify';
import type { LogFields } from '@app/observability/access-log.js';
import { problemCodeOf } from '@app/problem/problem-code.js';
import { COUNTRIES } from '../places/countries.js';
import { answerSourceOf } from './answer-source.js';

const HALF_CIRCLE = 1_800;
/** Every tenth of a degree as text: formatting a fraction costs as much as three other fields. */
const TENTHS = Array.from({ length: 2 * HALF_CIRCLE + 1 }, (_, index) =>
  String((index - HALF_CIRCLE) / 10),
);

/**
 * Adds the weather fields of the access log: approximate position, country, cache result, problem code.
 * The position is the centre of the cell to 0.1°, some 10 km: cells of a kilometre next to a user's id
 * would be a history of their movements.
 */
export function addWeatherFields(fields: LogFields, request: FastifyRequest): void {
  fields['error.code'] = problemCodeOf(request);
  const answer = answerSourceOf(request);
  if (!answer) return;
  const { centre, country, cache } = answer;
  fields['client.geo.location'] = `${tenths(centre.latitude)},${tenths(centre.longitude)}`;
  if (country !== null && COUNTRIES.has(country)) fields['client.geo.country_iso_code'] = country;
  fields['labels.cache'] = cache;
}

/**
 * Whether a successful response shows that something failed, so that its line matters as much as an error's: it has an
 * expired copy, or it has no weather for one of several places.
 */
export function showsFailure(request: FastifyRequest): boolean {
  return answerSourceOf(request)?.expired === true || problemCodeOf(request) !== undefined;
}

function tenths(degrees: number): string | undefined {
  return TENTHS[Math.round(degrees * 10) + HALF_CIRCLE];
}
