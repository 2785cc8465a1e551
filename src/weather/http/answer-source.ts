import type { FastifyRequest } from 'fastify';
import type { Position } from '@app/cells/position.js';
import type { Reading } from '../reading.js';

/** How the weather of a response was obtained. */
export type CacheLabel = 'hit' | 'miss' | 'waited' | 'stale' | 'expired';

/** The source of a response, for the log and for metrics. */
export interface AnswerSource {
  /** Centre of the cell. */
  readonly centre: Position;
  /** ISO 3166-1 alpha-2, as given by the provider; null when it is missing. */
  readonly country: string | null;
  readonly cache: CacheLabel;
  /** Whether it has an expired copy, if only in a part: a glance whose other part was loaded is a `miss`. */
  readonly expired: boolean;
}

type RequestWithSource = FastifyRequest & { weatherAnswer?: AnswerSource };

/** Records the source of its response on the request. */
export function recordAnswerSource(
  request: FastifyRequest,
  { freshness, outcome, placeOutcome, location }: Reading<unknown>,
): void {
  // The request may have waited for the place as well.
  const waitedFor = placeOutcome === 'hit' ? outcome : placeOutcome;
  const cache = waitedFor === 'hit' && freshness !== 'fresh' ? freshness : waitedFor;
  const { centre, place } = location;
  const expired = freshness === 'expired';
  const source = { centre, country: place.country, cache, expired };
  (request as RequestWithSource).weatherAnswer = source;
}

/** Undefined for a request that got no weather. */
export function answerSourceOf(request: FastifyRequest): AnswerSource | undefined {
  return (request as RequestWithSource).weatherAnswer;
}
