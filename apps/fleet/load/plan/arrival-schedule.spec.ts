import { describe, expect, it } from '@jest/globals';
import { arrivalSchedule, busiestMinute, type ScheduleOptions } from './arrival-schedule.js';
import type { RateSegment } from './rate-segment.js';

const EVEN: ScheduleOptions = {
  watches: { here: [0, 1, 2], other: [7, 8] },
  spacing: 'even',
  seed: '1',
};
const HOLD: RateSegment = {
  phase: 'hold',
  region: 'here',
  startMs: 1_000,
  endMs: 2_000,
  fromPerSecond: 4,
  toPerSecond: 4,
};

const timesOf = (segments: readonly RateSegment[], options = EVEN): number[] =>
  arrivalSchedule(segments, options).map(({ atMs }) => atMs);

describe('arrivalSchedule', () => {
  it('spaces the arrivals of a constant rate equally', () => {
    expect(timesOf([HOLD])).toEqual([1_125, 1_375, 1_625, 1_875]);
  });

  it('brings the arrivals of a ramp closer together', () => {
    const ramp: RateSegment = { ...HOLD, startMs: 0, endMs: 2_000, fromPerSecond: 0 };

    // Arrival k of a rate that grows from 0 is where the area below it reaches k + 0.5: at t² = k + 0.5 seconds.
    const expected = [0.5, 1.5, 2.5, 3.5].map((area) => Math.sqrt(area) * 1_000);
    const times = timesOf([ramp]);
    expect(times).toHaveLength(4);
    times.forEach((time, at) => expect(time).toBeCloseTo(expected[at] ?? 0, 6));
  });

  it('has the planned number of random arrivals within the segment, in order', () => {
    const segment = { ...HOLD, fromPerSecond: 500, toPerSecond: 500 };
    const times = timesOf([segment], { ...EVEN, spacing: 'random' });

    expect(times).toHaveLength(500);
    expect(times).toEqual(times.toSorted((one, other) => one - other));
    expect(Math.min(...times)).toBeGreaterThanOrEqual(1_000);
    expect(Math.max(...times)).toBeLessThan(2_000);
    expect(new Set(times.map((time) => Math.floor(time / 100))).size).toBe(10);
  });

  it('is the same for the same seed and another for another seed', () => {
    const [first, same, another] = ['1', '1', '2'].map((seed) =>
      timesOf([HOLD], { ...EVEN, spacing: 'random', seed }),
    );

    expect(first).toEqual(same);
    expect(first).not.toEqual(another);
  });

  it('lets the watches of each region take turns where segments overlap', () => {
    const others: RateSegment = { ...HOLD, region: 'other', fromPerSecond: 2, toPerSecond: 2 };
    const watches = arrivalSchedule([HOLD, others], EVEN).map(({ watch }) => watch);

    expect(watches).toEqual([0, 7, 1, 2, 8, 0]);
  });

  it('counts the requests of the busiest user in a minute', () => {
    const arrivals = arrivalSchedule([HOLD], EVEN);

    expect(busiestMinute(arrivals, 3)).toBe(2);
    expect(busiestMinute(arrivals, 1)).toBe(4);
    expect(
      busiestMinute(arrivalSchedule([{ ...HOLD, startMs: 59_000, endMs: 61_000 }], EVEN), 1),
    ).toBe(4);
  });
});
