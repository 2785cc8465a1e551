import type { PositionQuery } from '../world/positions.js';
import type { Batch } from './scenario.js';
import type { Supply } from './supply.js';

/** Calls to AccuWeather for a position that was not requested before: a search and one for conditions. */
export const CALLS_PER_COLD_REQUEST = 2;

/** One request per warm position, to be repeated. */
export function hits(supply: Supply, path: string): Batch {
  const requests = supply.warm.map((position) => ({
    path: `${path}?${position}`,
    authorization: supply.knownToken(),
  }));
  return { requests, upstreamCalls: 0 };
}

/** The warm positions in turn, each with a token that the pod has not seen. */
export function hitsWithNewTokens(supply: Supply, amount: number): Batch {
  const requests = repeat(amount, (index) => ({
    path: `/prcpt?${warmPosition(supply, index)}`,
    authorization: supply.newToken(),
  }));
  return { requests, upstreamCalls: 0 };
}

/** Positions that were not requested before; afterwards their records are in Redis. */
export function cold(supply: Supply, amount: number): Batch {
  const positions = repeat(amount, () => supply.newPosition());
  supply.loadedBySecondPod(positions);
  const requests = positions.map((position) => ({
    path: `/prcpt?${position}`,
    authorization: supply.knownToken(),
  }));
  return { requests, upstreamCalls: CALLS_PER_COLD_REQUEST * amount };
}

/** Positions that the second pod has loaded. */
export function fromRedis(supply: Supply, amount: number): Batch {
  const requests = repeat(amount, () => ({
    path: `/prcpt?${supply.positionInRedis()}`,
    authorization: supply.knownToken(),
  }));
  return { requests, upstreamCalls: 0 };
}

export function warmPosition({ warm }: Supply, index: number): PositionQuery {
  return warm[index % warm.length] ?? '';
}

export function repeat<T>(amount: number, create: (index: number) => T): T[] {
  return Array.from({ length: amount }, (_, index) => create(index));
}
