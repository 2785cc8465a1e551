import type { FastifyRequest } from 'fastify';
import type { Position } from '@app/cells/position.js';
import type { Age, Location } from '../reading.js';

/** How the weather of an answer was come by, in one word. */
export type CacheLabel = 'hit' | 'miss' | 'waited' | 'stale' | 'expired';

/** What an answer was made of, for the log and for metrics. */
export interface AnswerSource {
  /** Centre of the cell. */
  readonly centre: Position;
  /** ISO 3166-1 alpha-2, as the provider says; null where it does not. */
  readonly country: string | null;
  readonly cache: CacheLabel;
}

type Noted = FastifyRequest & { weatherAnswer?: AnswerSource };

/** Leaves word on the request of what it is answered from. */
export function recordAnswerSource(
  request: FastifyRequest,
  of: Age & Pick<Location, 'centre' | 'place'>,
): void {
  const cache = of.outcome === 'hit' && of.freshness !== 'fresh' ? of.freshness : of.outcome;
  (request as Noted).weatherAnswer = { centre: of.centre, country: of.place.country, cache };
}

/** Undefined for a request that got no weather. */
export function answerSourceOf(request: FastifyRequest): AnswerSource | undefined {
  return (request as Noted).weatherAnswer;
}
