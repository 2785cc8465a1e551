import { describe, expect, it } from '@jest/globals';
import { CONNECTIONS } from '../load/load.js';
import { FULL, QUICK } from '../sizes.js';
import { fleetMix, redisRequestsIn } from './fleet-mix.js';
import { cold, fromRedis, hits, hitsWithNewTokens } from './requests.js';
import { SCENARIO_NAMES } from './scenario.js';
import { SCENARIOS } from './scenarios.js';
import { KNOWN_TOKENS, Supply } from './supply.js';

function* numberedPositions(): Generator<string, never> {
  for (let number = 0; ; number += 1) yield `lt=${number}&lg=0`;
}

function newSupply(tokenCount = 5_000): Supply {
  const tokens = Array.from({ length: tokenCount }, (_, index) => `token-${index}`);
  return new Supply({ tokens, warmPositions: 500, positions: numberedPositions });
}

const distinct = (values: readonly string[]): number => new Set(values).size;

describe('the scenarios', () => {
  it('are the rows of the tables, in their order', () => {
    expect(SCENARIOS.map(({ name }) => name)).toEqual(SCENARIO_NAMES);
  });

  it.each([
    ['full', FULL],
    ['quick', QUICK],
  ])('have sizes that fit together in a %s run', (_, { rounds, tokens, requests }) => {
    const { cold, redis, mix, unknown } = requests;
    const total = (size: { warmUp: number; round: number }): number =>
      size.warmUp + rounds * size.round;
    const newTokens = total(unknown) + Math.ceil(0.31 * total(mix));

    for (const phase of ['round', 'warmUp'] as const) {
      expect(cold[phase]).toBeGreaterThanOrEqual(redis[phase] + redisRequestsIn(mix[phase]));
    }
    expect(tokens - KNOWN_TOKENS).toBeGreaterThanOrEqual(newTokens);
    expect(Object.values(requests).filter(({ round }) => round % CONNECTIONS > 0)).toEqual([]);
  });
});

describe('hits', () => {
  it('use known tokens only', () => {
    const { requests } = hits(newSupply(), '/prcpt');
    const known = /^Bearer token-([0-4]?\d?\d)$/;

    expect(requests.filter(({ authorization }) => !known.test(authorization))).toEqual([]);
  });

  it('with unknown tokens use each token once', () => {
    const { requests } = hitsWithNewTokens(newSupply(), 3_000);

    expect(distinct(requests.map(({ authorization }) => authorization))).toBe(3_000);
  });
});

describe('cold requests', () => {
  it('cost a search and a call for conditions each', () => {
    expect(cold(newSupply(), 160).upstreamCalls).toBe(320);
  });

  it('are the positions that are read from Redis afterwards, each once', () => {
    const supply = newSupply();
    const loaded = cold(supply, 32).requests.map(({ path }) => path);

    expect(fromRedis(supply, 32).requests.map(({ path }) => path)).toEqual(loaded);
    expect(() => fromRedis(supply, 1)).toThrow('too few');
  });
});

describe('the fleet mix', () => {
  it('has 83 % hits, 10 % from Redis and 7 % cold, and 70 % known tokens', () => {
    const supply = newSupply();
    cold(supply, 1_000);
    const { requests, upstreamCalls } = fleetMix(supply, 4_000);
    const newTokens = new Set(
      requests
        .map(({ authorization }) => Number(authorization.replace('Bearer token-', '')))
        .filter((token) => token >= KNOWN_TOKENS),
    );

    expect(redisRequestsIn(4_000) / 4_000).toBeCloseTo(0.1, 2);
    expect(upstreamCalls / 2 / 4_000).toBeCloseTo(0.07, 2);
    expect(newTokens.size / 4_000).toBeCloseTo(0.3, 2);
  });
});
