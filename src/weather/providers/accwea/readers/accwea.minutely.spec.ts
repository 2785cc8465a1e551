import { describe, expect, it } from '@jest/globals';
import type { PrecipitationInterval } from '../../../datasets/minutely/minutely-forecast.js';
import {
  interval,
  minuteAnswer,
  minuteIntervalsAnswer,
  MINUTE_0_MS,
  segment,
} from '../testing/minute.fixtures.js';
import { toMinutelyForecast } from './accwea.minutely.js';

type Row = readonly [from: number, to: number, type: string, rate: number | null];

const read = (body: unknown, sentAtMs = MINUTE_0_MS + 42_000) => toMinutelyForecast(body, sentAtMs);

/** Minutes from minute 0. */
const rowsOf = (intervals: readonly PrecipitationInterval[]): Row[] =>
  intervals.map(({ startsAtMs, endsAtMs, type, millimetersPerHour }) => [
    (startsAtMs - MINUTE_0_MS) / 60_000,
    (endsAtMs - MINUTE_0_MS) / 60_000,
    type,
    millimetersPerHour,
  ]);
const rows = (body: unknown): Row[] => rowsOf(read(body).intervals);

describe('toMinutelyForecast of the default answer', () => {
  it('reads segments of whole minutes, from the minute in which it was sent', () => {
    expect(read(minuteAnswer())).toMatchObject({ isCovered: true, resolutionMinutes: 1 });
    expect(rows(minuteAnswer())).toEqual([
      [0, 12, 'none', 0],
      [12, 32, 'rain', null],
      [32, 120, 'none', 0],
    ]);
  });

  it('starts earlier when it was sent earlier, as an answer of a shared cache', () => {
    const { intervals } = read(minuteAnswer(), MINUTE_0_MS - 5 * 60_000);
    expect(intervals[0]?.startsAtMs).toBe(MINUTE_0_MS - 5 * 60_000);
  });

  it.each([
    ['RAIN', 'rain'],
    ['SNOW', 'snow'],
    ['ICE', 'ice'],
    ['MIX', 'mixed'],
    ['Mixed', 'mixed'],
    ['FROGS', 'precipitation'],
  ])('reads the type %s as %s', (word, type) => {
    expect(rows(minuteAnswer([segment(0, 119, word)]))).toEqual([[0, 120, type, null]]);
  });

  it.each([
    ['without a type', { ...segment(5, 9, null), Type: undefined }],
    ['that ends before it starts', segment(9, 5, 'RAIN')],
    ['without minutes', { Type: 'RAIN' }],
    ['that is not an object', 'RAIN'],
  ])('leaves a gap for a segment %s', (_what, broken) => {
    const body = minuteAnswer([segment(0, 4, null), broken, segment(10, 119, null)]);
    expect(rows(body)).toEqual([
      [0, 5, 'none', 0],
      [10, 120, 'none', 0],
    ]);
  });

  it('sorts segments, and omits one that overlaps', () => {
    const body = minuteAnswer([
      segment(30, 59, 'RAIN'),
      segment(0, 29, null),
      segment(10, 40, null),
    ]);
    expect(rows(body).map(([from]) => from)).toEqual([0, 30]);
  });

  it.each([[null], [true], [[]], [{}], [minuteAnswer([])], [{ Summaries: [{}], Intervals: [{}] }]])(
    'is malformed without minutes: %j',
    (body) => {
      expect(() => read(body)).toThrow('the answer holds no minutes');
    },
  );
});

describe('toMinutelyForecast of intervals', () => {
  it('reads their length from their distance, and the rate of rain from the reflectivity', () => {
    expect(read(minuteIntervalsAnswer()).resolutionMinutes).toBe(15);
    expect(rows(minuteIntervalsAnswer()).slice(0, 3)).toEqual([
      [0, 15, 'rain', 1],
      [15, 30, 'rain', 0.49],
      [30, 45, 'none', 0],
    ]);
    expect(rows(minuteIntervalsAnswer()).at(-1)).toEqual([105, 120, 'none', 0]);
  });

  it.each([
    ['Snow', 'snow'],
    ['Ice', 'ice'],
    ['Mix', 'mixed'],
    ['Frogs', 'precipitation'],
  ])('has no rate for %s, because the formula holds for rain only', (word, type) => {
    const body = minuteIntervalsAnswer([interval(0, 30, word), interval(5, 0)]);
    expect(rows(body)[0]).toEqual([0, 5, type, null]);
  });

  it.each([
    [0, 'none', 0],
    [5, 'none', 0],
    [5.1, 'precipitation', null],
  ])('is wet above 5 dBZ only: %d dBZ', (dbz, type, rate) => {
    expect(rows(minuteIntervalsAnswer([interval(0, dbz), interval(1, 0)]))[0]).toEqual([
      0,
      1,
      type,
      rate,
    ]);
  });

  it('takes the type from the segment where an interval has none', () => {
    const body = {
      ...minuteIntervalsAnswer([interval(0, 23), interval(1, 0)]),
      Summaries: [segment(0, 0, 'RAIN'), segment(1, 119, null)],
    };
    expect(rows(body)[0]).toEqual([0, 1, 'rain', 1]);
  });

  it('omits an interval that says nothing', () => {
    const body = minuteIntervalsAnswer([
      interval(0, null),
      interval(5, 23, 'Rain'),
      interval(10, 0),
    ]);
    expect(rows(body).map(([from]) => from)).toEqual([5, 10]);
  });

  it('counts minutes where the instant is missing, or not in milliseconds', () => {
    const inSeconds = { ...interval(5, 23, 'Rain'), StartEpochDateTime: MINUTE_0_MS / 1_000 };
    const without = { ...interval(10, 0), StartEpochDateTime: undefined };
    expect(rows(minuteIntervalsAnswer([interval(0, 0), inSeconds, without]))).toEqual([
      [0, 5, 'none', 0],
      [5, 10, 'rain', 1],
      [10, 15, 'none', 0],
    ]);
  });
});
