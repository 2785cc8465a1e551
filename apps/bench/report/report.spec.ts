import { describe, expect, it } from '@jest/globals';
import type { ScenarioName } from '../scenarios/scenario.js';
import type { Letter } from '../world/contenders.js';
import { limitTable, missedLimits } from './limit-table.js';
import { isKept, LIMITS } from './limits.js';
import { median, quantile } from './quantile.js';
import type { Results } from './results.js';
import { times, typical, type Sample } from './sample.js';
import { table } from '../../../packages/text-table/table.js';

function rounds(...cpuMicros: number[]): Sample[] {
  const others = { logBytes: 0, redisCommands: 0, redisScripts: 0, redisBytes: 0 };
  return cpuMicros.map((micros) => ({
    ...others,
    cpuMicros: micros,
    redisCpuMicros: 0,
    responseBytes: 0,
  }));
}

type Costs = Readonly<Partial<Record<ScenarioName, number>>>;

function results(costs: Readonly<Partial<Record<Letter, Costs>>>): Results {
  const competitors = (['b', 'c', 'd', 'f'] as const).map((letter) => ({
    contender: { letter },
    of: (name: ScenarioName) => rounds(...[costs[letter]?.[name] ?? []].flat()),
  }));
  const starts = [{ name: 'bundle', cpuMs: 1_500, rssMiB: 130 }];
  return { node: '24.0.0', competitors, profiles: [], starts };
}

const HIT = 'hit, known token';
const KEPT = {
  b: { cold: 500, 'from Redis': 150 },
  c: { [HIT]: 1_000 },
  d: {
    [HIT]: 100,
    'hit, unknown token': 200,
    cold: 900,
    'from Redis': 225,
    glance: 140,
    'malformed token': 100,
  },
  f: { [HIT]: 80 },
};

describe('quantile', () => {
  it('is one of the values, in any order', () => {
    expect(median([30, 10, 20])).toBe(20);
    expect(quantile([4, 1, 3, 2], 0.99)).toBe(4);
    expect(quantile([4, 1, 3, 2], 0)).toBe(1);
  });

  it('is NaN without values', () => {
    expect(median([])).toBeNaN();
  });
});

describe('samples', () => {
  it('are summarized by their median, so that one noisy round does not count', () => {
    expect(typical(rounds(20, 21, 90), 'cpuMicros')).toBe(21);
  });

  it('are compared round by round, so that noise which hits a whole round cancels out', () => {
    expect(times(rounds(40, 400, 40), rounds(20, 200, 10))).toBe(2);
  });
});

describe('limits', () => {
  it('are kept when each ratio is exactly at its limit', () => {
    expect(missedLimits(results(KEPT))).toEqual([]);
  });

  it('of a start concern only the bundle, which production starts', () => {
    const starts = [
      { name: 'modules', cpuMs: 9_000, rssMiB: 900 },
      { name: 'bundle', cpuMs: 1_501, rssMiB: 131 },
    ];

    expect(missedLimits({ ...results(KEPT), starts })).toEqual([
      'CPU time of a start',
      'memory after a start',
    ]);
  });

  it('are missed one by one', () => {
    const d = { ...KEPT.d, cold: 901, 'hit, unknown token': 201 };

    expect(missedLimits(results({ ...KEPT, d }))).toEqual(['unknown token / hit', 'cold / (b)']);
  });

  it('are missed where nothing was measured', () => {
    expect(missedLimits(results({}))).toHaveLength(LIMITS.length);
  });

  it('have a target that also keeps the limit', () => {
    expect(LIMITS.filter((limit) => !isKept(limit, limit.target ?? NaN) && limit.target)).toEqual(
      [],
    );
  });

  it('are stated with what was measured, limit and target', () => {
    const [, , hit, textbook] = limitTable(results(KEPT));

    expect(hit?.split('|').map((cell) => cell.trim())).toEqual([
      '',
      'hit / (f)',
      '1.25',
      '≤ 1.50',
      '1.25',
      'kept',
      '',
    ]);
    expect(textbook).toContain('≥ 10.00');
  });
});

describe('table', () => {
  it('aligns names left and numbers right', () => {
    expect(table(['server', '×'], [['(a)', '1.00']])).toEqual([
      '| server |    × |',
      '| ------ | ---: |',
      '| (a)    | 1.00 |',
    ]);
  });
});
