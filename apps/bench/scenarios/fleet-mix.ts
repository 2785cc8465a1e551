import { CALLS_PER_COLD_REQUEST, repeat, warmPosition } from './requests.js';
import type { Batch } from './scenario.js';
import { PLASTIC_NUMBER, spread } from './spread.js';
import type { Supply } from './supply.js';

const HIT_SHARE = 0.83;
const REDIS_SHARE = 0.1;
const KNOWN_TOKEN_SHARE = 0.7;

type Kind = 'hit' | 'redis' | 'cold';

/** What a pod of a large fleet is asked for, in a fixed order that mixes the kinds. */
export function fleetMix(supply: Supply, amount: number): Batch {
  const kinds = repeat(amount, (index) => kindOf(spread(index, PLASTIC_NUMBER)));
  const requests = kinds.map((kind, index) => {
    const isKnown = spread(index, PLASTIC_NUMBER ** 2) < KNOWN_TOKEN_SHARE;
    return {
      path: `/prcpt?${positionFor(kind, supply, index)}`,
      authorization: isKnown ? supply.knownToken() : supply.newToken(),
    };
  });
  const coldRequests = kinds.filter((kind) => kind === 'cold').length;
  return { requests, upstreamCalls: CALLS_PER_COLD_REQUEST * coldRequests };
}

/** How many positions of a mix are read from Redis. */
export function redisRequestsIn(amount: number): number {
  const kinds = repeat(amount, (index) => kindOf(spread(index, PLASTIC_NUMBER)));
  return kinds.filter((kind) => kind === 'redis').length;
}

function kindOf(share: number): Kind {
  if (share < HIT_SHARE) return 'hit';
  return share < HIT_SHARE + REDIS_SHARE ? 'redis' : 'cold';
}

function positionFor(kind: Kind, supply: Supply, index: number): string {
  switch (kind) {
    case 'hit':
      return warmPosition(supply, index);
    case 'redis':
      return supply.positionInRedis();
    case 'cold':
      return supply.newPosition();
  }
}
