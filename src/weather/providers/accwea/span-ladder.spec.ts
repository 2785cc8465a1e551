import { Logger, type LoggerService } from '@nestjs/common';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { FakeClock } from '@app/clock/testing/fake-clock.js';
import { ProviderError } from '../provider.error.js';
import { SpanLadder } from './span-ladder.js';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

let clock: FakeClock;
let ladder: SpanLadder;
/** The longest span of the plan. */
let plan: number;
let spans: number[];
let log: unknown[];

beforeEach(() => {
  log = [];
  const capture: LoggerService = {
    log: (message) => log.push(message),
    warn: (message) => log.push(message),
    error: (message) => log.push(message),
  };
  Logger.overrideLogger(capture);
  clock = new FakeClock();
  ladder = new SpanLadder('day', [10, 5, 1], clock);
  plan = 10;
  spans = [];
});

const respond = async (span: number): Promise<number> => {
  spans.push(span);
  await Promise.resolve();
  if (span > plan) throw new ProviderError('forbidden', 'status 403');
  return span;
};

/** Rejects the longest span, then times out. */
const forbiddenThenTimeout = (span: number): Promise<number> =>
  span === 10 ? respond(span) : Promise.reject(new ProviderError('timeout', 'no'));

const requestLongest = (): Promise<number> => ladder.requestLongest(respond);

/** The spans that one request tries. */
async function requestedSpans(): Promise<number[]> {
  spans = [];
  await requestLongest().catch(() => undefined);
  return spans;
}

describe('SpanLadder with a plan that includes the longest span', () => {
  it('requests only the longest span, even days later', async () => {
    expect(await requestedSpans()).toEqual([10]);
    clock.advance(5 * DAY);
    expect(await requestedSpans()).toEqual([10]);
    expect(log).toEqual([]);
  });
});

describe('SpanLadder with a plan that ends at a shorter span', () => {
  beforeEach(() => {
    plan = 5;
  });

  it('costs one additional call once', async () => {
    expect(await requestLongest()).toBe(5);
    expect(spans).toEqual([10, 5]);
    expect(await requestedSpans()).toEqual([5]);
    clock.advance(DAY - 1);
    expect(await requestedSpans()).toEqual([5]);
    expect(log).toEqual(['AccuWeather: requesting 5-day forecasts.']);
  });

  it('finds the shortest span', async () => {
    plan = 1;

    expect(await requestLongest()).toBe(1);
    expect(spans).toEqual([10, 5, 1]);
    expect(await requestedSpans()).toEqual([1]);
  });

  it('tries the longest span again once a day', async () => {
    await requestLongest();
    clock.advance(DAY);

    expect(await requestedSpans()).toEqual([10, 5]);
    expect(await requestedSpans()).toEqual([5]);
    expect(log).toHaveLength(1);
  });

  it('tries the longest span with one request, without delaying the others', async () => {
    await requestLongest();
    clock.advance(DAY);
    spans = [];
    await Promise.all([requestLongest(), requestLongest(), requestLongest()]);

    expect(spans.toSorted((a, b) => b - a)).toEqual([10, 5, 5, 5]);
  });

  it('picks up an upgraded plan', async () => {
    await requestLongest();
    plan = 10;
    clock.advance(DAY - 1);
    expect(await requestedSpans()).toEqual([5]);
    clock.advance(1);

    // Requests in progress with the shorter span do not undo it.
    expect(await Promise.all([requestLongest(), requestLongest()])).toEqual([10, 5]);
    expect(await requestedSpans()).toEqual([10]);
    expect(log.at(-1)).toBe('AccuWeather: requesting 10-day forecasts.');
  });

  it('notices a reduced plan immediately', async () => {
    await requestLongest();
    plan = 1;

    expect(await requestLongest()).toBe(1);
    expect(await requestedSpans()).toEqual([1]);
  });

  it('logs the span once for concurrent first requests', async () => {
    expect(await Promise.all([requestLongest(), requestLongest(), requestLongest()])).toEqual([
      5, 5, 5,
    ]);
    expect(await requestedSpans()).toEqual([5]);
    expect(log).toHaveLength(1);
  });
});

describe('SpanLadder with a plan that forbids even the shortest span', () => {
  beforeEach(async () => {
    plan = 5;
    await requestLongest();
    plan = 0;
  });

  it('throws the forbidden error', async () => {
    await expect(requestLongest()).rejects.toMatchObject({ fault: 'forbidden' });
  });

  it('costs one call per request, and tries all spans again after a quarter of an hour', async () => {
    expect(await requestedSpans()).toEqual([5, 1]);
    expect(await requestedSpans()).toEqual([1]);
    plan = 5;
    clock.advance(15 * MINUTE - 1);
    expect(await requestedSpans()).toEqual([1]);
    clock.advance(1);

    expect(await requestedSpans()).toEqual([10, 5]);
    expect(await requestedSpans()).toEqual([5]);
  });
});

describe('SpanLadder after a failure other than forbidden', () => {
  const faults = ['unauthorized', 'quota', 'timeout', 'failing', 'malformed', 'network'] as const;

  it.each(faults)('does not change the span: %s', async (fault) => {
    const failure = new ProviderError(fault, 'no');

    await expect(ladder.requestLongest(() => Promise.reject(failure))).rejects.toBe(failure);
    expect(await requestedSpans()).toEqual([10]);
  });

  it('leaves the span to the next request when the failure follows a refusal', async () => {
    plan = 5;

    await expect(ladder.requestLongest(forbiddenThenTimeout)).rejects.toMatchObject({
      fault: 'timeout',
    });
    expect(await requestedSpans()).toEqual([10, 5]);
  });
});
