import { describe, expect, it } from '@jest/globals';
import type { Kind } from '../../plan/variant.js';
import { KINDS, type KindFigures, type SideFigures } from '../sides/side-figures.js';
import { compareSides } from './compare-sides.js';

const SAME: KindFigures = { reads: 20_000, hits: 16_000, calls: 4_000 };

function sideWith(changed: Partial<Record<Kind, Partial<KindFigures>>> = {}): SideFigures {
  const figures = KINDS.map((kind) => [kind, { ...SAME, ...changed[kind] }]);
  return Object.fromEntries(figures) as SideFigures;
}

const rowOf = (http: SideFigures, name: string, plan = sideWith()) =>
  compareSides(plan, http, 3).rows.find((row) => row.name === name);

describe('compareSides', () => {
  it('agrees when both sides counted the same', () => {
    const { agrees, rows } = compareSides(sideWith(), sideWith(), 3);

    expect(agrees).toBe(true);
    expect(rows.map(({ name }) => name)).toEqual([...KINDS, 'all']);
    expect(rows.at(-1)).toMatchObject({
      hitRatio: { plan: 0.8, http: 0.8, differencePercent: 0 },
      calls: { plan: 24_000, http: 24_000 },
    });
  });

  it('states a difference as a share of the plan, with its sign', () => {
    const row = rowOf(sideWith({ hourly: { hits: 15_840, calls: 4_100 } }), 'hourly');

    expect(row?.hitRatio?.differencePercent).toBeCloseTo(-1);
    expect(row?.calls.differencePercent).toBeCloseTo(2.5);
    expect(row?.agrees).toBe(true);
  });

  it.each([
    ['more calls', { calls: 4_121 }],
    ['fewer calls', { calls: 3_879 }],
    ['another hit ratio', { hits: 15_500 }],
  ])('disagrees when one dataset has %s beyond the tolerance', (_what, daily) => {
    const comparison = compareSides(sideWith(), sideWith({ daily }), 3);

    expect(comparison.agrees).toBe(false);
    expect(comparison.rows.filter(({ agrees }) => !agrees).map(({ name }) => name)).toEqual([
      'daily',
    ]);
  });

  it('does not count a dataset with a thousand calls or fewer, except in the sum', () => {
    const [plan, http] = [900, 1_000].map((calls) => sideWith({ alerts: { calls } }));

    expect(compareSides(plan!, http!, 3).agrees).toBe(true);
    expect(rowOf(http!, 'alerts', plan)).toMatchObject({ isJudged: false, agrees: false });
  });

  it('counts a dataset that only one side called', () => {
    const http = sideWith({ minutely: { calls: 1_001 } });
    const plan = sideWith({ minutely: { calls: 0 } });

    expect(compareSides(plan, http, 3).agrees).toBe(false);
  });

  it('compares searches by their calls alone, and leaves their reads out of the hit ratio', () => {
    const http = sideWith({ place: { reads: 100_000, hits: 99_000 } });

    expect(rowOf(http, 'place')?.hitRatio).toBeNull();
    expect(compareSides(sideWith(), http, 3).agrees).toBe(true);
  });
});
