import type { FastifyRequest } from 'fastify';
import type { Position } from '@app/cells/position.js';
import type { Reading } from '../reading.js';

/** How the weather of an answer was obtained, in one word. */
export type CacheLabel = 'hit' | 'miss' | 'waited' | 'stale' | 'expired';

/** What an answer was made of, for the log and for metrics. */
export interface AnswerSource {
  /** Centre of the cell. */
  readonly centre: Position;
  /** ISO 3166-1 alpha-2, as the provider says; null where it does not. */
  readonly country: string | null;
  readonly cache: CacheLabel;
}

type RequestWithSource = FastifyRequest & { weatherAnswer?: AnswerSource };

/** Records on the request what it is answered from. */
export function recordAnswerSource(
  request: FastifyRequest,
  { freshness, outcome, location }: Reading<unknown>,
): void {
  const cache = outcome === 'hit' && freshness !== 'fresh' ? freshness : outcome;
  const { centre, place } = location;
  (request as RequestWithSource).weatherAnswer = { centre, country: place.country, cache };
}

/** Undefined for a request that got no weather. */
export function answerSourceOf(request: FastifyRequest): AnswerSource | undefined {
  return (request as RequestWithSource).weatherAnswer;
}
