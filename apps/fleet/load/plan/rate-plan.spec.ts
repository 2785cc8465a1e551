import { describe, expect, it } from '@jest/globals';
import { ratePlan, warmUpPlan, type RatePlanOptions } from './rate-plan.js';
import { arrivalsOf } from './rate-segment.js';

const OPTIONS: RatePlanOptions = {
  perSecond: 300,
  rampMs: 0,
  holdMs: 180_000,
  wave: undefined,
  waveEveryMs: undefined,
  lostRegionWithinMs: undefined,
  watchesElsewhere: 0,
};
const QUARTER_MS = 900_000;

const planOf = (options: Partial<RatePlanOptions>, startEpochMs = 0) =>
  ratePlan({ ...OPTIONS, ...options }, startEpochMs).map((segment) => {
    const { phase, region, startMs, endMs } = segment;
    return [phase, region, startMs, endMs, arrivalsOf(segment)];
  });

describe('ratePlan', () => {
  it('holds the rate and multiplies it in a wave afterwards', () => {
    expect(planOf({ wave: { factor: 10, durationMs: 20_000 } })).toEqual([
      ['hold', 'here', 0, 180_000, 54_000],
      ['wave', 'here', 180_000, 200_000, 60_000],
    ]);
  });

  it('rises to the rate in a ramp', () => {
    expect(planOf({ rampMs: 10_000 })).toEqual([
      ['ramp', 'here', 0, 10_000, 1_500],
      ['hold', 'here', 10_000, 190_000, 54_000],
    ]);
  });

  it('starts waves at the quarter-hours of the clock', () => {
    const waves = { wave: { factor: 3, durationMs: 60_000 }, waveEveryMs: QUARTER_MS };
    const startEpochMs = 10 * QUARTER_MS - 100_000;

    expect(planOf({ ...waves, holdMs: 1_020_000 }, startEpochMs)).toEqual([
      ['hold', 'here', 0, 100_000, 30_000],
      ['wave', 'here', 100_000, 160_000, 54_000],
      ['hold', 'here', 160_000, 1_000_000, 252_000],
      ['wave', 'here', 1_000_000, 1_060_000, 54_000],
    ]);
  });

  it('lets each watch of a lost region arrive once, beside those who are here', () => {
    expect(planOf({ lostRegionWithinMs: 10_000, watchesElsewhere: 700 })).toEqual([
      ['hold', 'here', 0, 180_000, 54_000],
      ['lostRegion', 'here', 180_000, 190_000, 3_000],
      ['lostRegion', 'other', 180_000, 190_000, 700],
    ]);
  });
});

describe('warmUpPlan', () => {
  it('wakes every watch once', () => {
    const [segment] = warmUpPlan(1_000, 50);

    expect(segment).toMatchObject({ phase: 'warmUp', startMs: 0, endMs: 20_000 });
    expect(segment && arrivalsOf(segment)).toBe(1_000);
  });

  it('is empty at a rate of 0', () => {
    expect(warmUpPlan(1_000, 0)).toEqual([]);
  });
});
