import { fleetMix } from './fleet-mix.js';
import { cold, fromRedis, hits, hitsWithNewTokens } from './requests.js';
import type { Batch, Scenario } from './scenario.js';

const MALFORMED = 'Bearer malformed';
const FROM_MEMORY = { size: 'hit', pod: 'first', status: 200 } as const;

/** The rows in the order in which a round measures them: cold comes before what reads its records. */
export const SCENARIOS: readonly Scenario[] = [
  {
    ...FROM_MEMORY,
    name: 'hit, known token',
    about: '`/prcpt`, records in memory, one of 500 tokens that the pod has verified',
    contenders: ['a', 'b', 'c', 'd', 'f'],
    batch: (supply) => hits(supply, '/prcpt'),
  },
  {
    ...FROM_MEMORY,
    name: 'hit, unknown token',
    about: 'the same, each request with a token that the pod has not seen',
    contenders: ['b', 'c', 'd', 'f'],
    size: 'unknown',
    batch: hitsWithNewTokens,
  },
  {
    name: 'cold',
    about:
      '`/prcpt` of a position that was not requested before: a search and a call for conditions',
    contenders: ['b', 'c', 'd', 'f'],
    size: 'cold',
    pod: 'second',
    status: 200,
    batch: cold,
  },
  {
    ...FROM_MEMORY,
    name: 'from Redis',
    about: '`/prcpt`, place and conditions loaded by another pod: two records from Redis',
    contenders: ['b', 'd', 'f'],
    size: 'redis',
    batch: fromRedis,
  },
  {
    ...FROM_MEMORY,
    name: 'fleet mix',
    about: '83 % hits, 10 % from Redis, 7 % cold; 70 % of the tokens known',
    contenders: ['b', 'd', 'f'],
    size: 'mix',
    batch: fleetMix,
  },
  ofOurs('glance', '/v1/glance'),
  ofOurs('conditions', '/v1/conditions'),
  ofOurs('hourly', '/v1/forecast/hourly'),
  {
    ...FROM_MEMORY,
    name: 'not modified',
    about: '304 for `/prcpt` with `If-None-Match`',
    contenders: ['d', 'f'],
    status: 304,
    batch: (supply, _amount, tagOf) =>
      changed(hits(supply, '/prcpt'), ({ path }) => ({ ifNoneMatch: tagOf(path) })),
  },
  {
    ...FROM_MEMORY,
    name: 'malformed token',
    about: '401 for `/prcpt` with a token that is not a JWT',
    contenders: ['b', 'c', 'd', 'f'],
    status: 401,
    batch: (supply) => changed(hits(supply, '/prcpt'), () => ({ authorization: MALFORMED })),
  },
];

/** Another endpoint of the product, which the peers do not have. */
function ofOurs(name: 'glance' | 'conditions' | 'hourly', path: string): Scenario {
  return {
    ...FROM_MEMORY,
    name,
    about: `\`${path}\`, records in memory`,
    contenders: ['d'],
    batch: (supply) => hits(supply, path),
  };
}

type Request = Batch['requests'][number];

function changed(batch: Batch, change: (request: Request) => Partial<Request>): Batch {
  const requests = batch.requests.map((request) => ({ ...request, ...change(request) }));
  return { ...batch, requests };
}
