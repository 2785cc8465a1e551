import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { FakeClock } from '@app/clock/testing/fake-clock.js';
import { TokenBucket } from './token-bucket.js';

const MINUTE_MS = 60_000;

function takeAll(bucket: TokenBucket): number {
  let taken = 0;
  while (bucket.take()) taken += 1;
  return taken;
}

describe('TokenBucket', () => {
  it('gives at most 10 tokens in any minute', () => {
    const steps = fc.array(
      fc.record({
        waitMs: fc.oneof(
          fc.nat(20_000),
          fc.nat(5 * MINUTE_MS),
          fc.constantFrom(1, 14_999, 15_000, 15_001),
        ),
        asked: fc.integer({ min: 0, max: 12 }),
      }),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(steps, (attempts) => {
        const clock = new FakeClock();
        const bucket = new TokenBucket(clock);
        const givenAtMs: number[] = [];
        for (const { waitMs, asked } of attempts) {
          clock.advance(waitMs);
          for (let i = 0; i < asked; i += 1) if (bucket.take()) givenAtMs.push(clock.nowMs());
        }
        const spans = givenAtMs.slice(10).map((atMs, i) => atMs - (givenAtMs[i] ?? 0));
        expect(Math.min(...spans, Number.POSITIVE_INFINITY)).toBeGreaterThanOrEqual(MINUTE_MS);
      }),
      { numRuns: 2000 },
    );
  });

  it('gives 10 tokens in the busiest minute, not fewer', () => {
    const clock = new FakeClock();
    const bucket = new TokenBucket(clock);
    clock.advance(14_999);
    let given = takeAll(bucket);
    clock.advance(1);
    for (let passedMs = 1; passedMs < MINUTE_MS; passedMs += 15_000) {
      given += takeAll(bucket);
      clock.advance(15_000);
    }

    expect(given).toBe(10);
  });

  it('is empty after a burst of 6 and gives one more every 15 seconds', () => {
    const clock = new FakeClock();
    const bucket = new TokenBucket(clock);
    expect(takeAll(bucket)).toBe(6);

    clock.advance(14_999);
    expect(takeAll(bucket)).toBe(0);
    clock.advance(1);
    expect(takeAll(bucket)).toBe(1);
  });

  it('accumulates at most one burst', () => {
    const clock = new FakeClock();
    const bucket = new TokenBucket(clock);
    takeAll(bucket);
    clock.advance(24 * 60 * MINUTE_MS);

    expect(takeAll(bucket)).toBe(6);
  });

  it('refills after the clock was set back', () => {
    const clock = new FakeClock();
    const bucket = new TokenBucket(clock);
    takeAll(bucket);
    clock.advance(-60 * MINUTE_MS);
    expect(takeAll(bucket)).toBe(0);
    clock.advance(15_000);

    expect(takeAll(bucket)).toBe(1);
  });
});
