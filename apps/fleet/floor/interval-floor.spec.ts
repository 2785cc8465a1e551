import { describe, expect, it } from '@jest/globals';
import { array, assert, integer, property } from 'fast-check';
import { Random } from '../world/random.js';
import { IntervalFloor } from './interval-floor.js';

const MINUTE_MS = 60_000;

function callsFor(
  lengthMs: number,
  times: readonly number[],
  keyOf: (index: number) => number = () => 0,
): number {
  const floor = new IntervalFloor(lengthMs);
  floor.reset(10);
  times.forEach((at, index) => floor.read(keyOf(index), 0, at));
  return floor.calls;
}

/** The fewest intervals, by trying for each point every start of the interval that covers it. */
function fewestIntervals(lengthMs: number, times: readonly number[]): number {
  const [first] = times;
  if (first === undefined) return 0;
  const starts = [0, 1, 2, 3].filter((earlier) => earlier < lengthMs);
  const rests = starts.map((earlier) => times.filter((at) => at >= first - earlier + lengthMs));
  return 1 + Math.min(...rests.map((rest) => fewestIntervals(lengthMs, rest)));
}

describe('IntervalFloor', () => {
  it('covers requests at 0, 4, 9, 10 and 25 minutes with three intervals of 10 minutes', () => {
    const times = [0, 4, 9, 10, 25].map((minute) => minute * MINUTE_MS);
    expect(callsFor(10 * MINUTE_MS, times)).toBe(3);
  });

  it('starts a new interval at its end exactly, as a record is stale from then on', () => {
    expect(callsFor(10, [0, 9])).toBe(1);
    expect(callsFor(10, [0, 10])).toBe(2);
  });

  it('counts records apart', () => {
    expect(callsFor(10, [0, 1, 2, 3], (index) => index % 2)).toBe(2);
  });

  it('finds the optimum', () => {
    assert(
      property(
        integer({ min: 1, max: 12 }),
        array(integer({ min: 0, max: 60 }), { maxLength: 9 }),
        (length, unsorted) => {
          const times = unsorted.toSorted((a, b) => a - b);
          expect(callsFor(length, times)).toBe(fewestIntervals(length, times));
        },
      ),
    );
  });

  it.each([0.2, 1, 5])('makes λ/(1 + λT) calls for Poisson requests, at λT = %d', (perWindow) => {
    const lengthMs = 600_000;
    const random = new Random(7);
    const times: number[] = [];
    for (let at = 0; times.length < 200_000;) {
      at -= (Math.log(1 - random.unit()) * lengthMs) / perWindow;
      times.push(at);
    }
    const expected = times.length / (1 + perWindow);
    expect(Math.abs(callsFor(lengthMs, times) / expected - 1)).toBeLessThan(0.01);
  });
});
