import type { FastifyRequest } from 'fastify';
import type { Position } from '@app/cells/position.js';
import type { Age, Spot } from '../weather-reading.js';

/** How the weather of an answer was come by, in one word. */
export type CacheResult = 'hit' | 'miss' | 'waited' | 'stale' | 'expired';

/** What an answer was made of, for the log and for metrics. */
export interface Answered {
  /** Centre of the cell. */
  readonly centre: Position;
  /** ISO 3166-1 alpha-2, as the provider says; null where it does not. */
  readonly country: string | null;
  readonly cache: CacheResult;
}

type Noted = FastifyRequest & { weatherAnswer?: Answered };

/** Leaves word on the request of what it is answered from. */
export function noteAnswer(
  request: FastifyRequest,
  of: Age & Pick<Spot, 'centre' | 'place'>,
): void {
  const cache = of.outcome === 'hit' && of.freshness !== 'fresh' ? of.freshness : of.outcome;
  (request as Noted).weatherAnswer = { centre: of.centre, country: of.place.country, cache };
}

/** Undefined for a request that got no weather. */
export function answerOf(request: FastifyRequest): Answered | undefined {
  return (request as Noted).weatherAnswer;
}
