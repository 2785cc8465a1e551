import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { jitterMs } from './jitter.js';

const WINDOW_MS = 600_000;
const PARTS = 100;
const WATCHES = 100_000;

const delaysOf = (nameOf: (watch: number) => string, topic = 'conditions'): number[] =>
  Array.from({ length: WATCHES }, (_, watch) => jitterMs(nameOf(watch), topic, WINDOW_MS));

/** The number of clients in each part of [0, ½ window). */
function histogram(waits: readonly number[]): number[] {
  const counts = Array<number>(PARTS).fill(0);
  for (const wait of waits) counts[Math.floor((wait / (WINDOW_MS / 2)) * PARTS)]! += 1;
  return counts;
}

describe('the jitter of a client', () => {
  it('is the same in each call', () => {
    expect(jitterMs('watch-1', 'hourly', WINDOW_MS)).toBe(jitterMs('watch-1', 'hourly', WINDOW_MS));
  });

  it.each([0, 1, 300_000, 21_600_000])('of a window of %d ms is below half of it', (windowMs) => {
    let longest = 0;
    for (let watch = 0; watch < 10_000; watch += 1) {
      const wait = jitterMs(`watch-${watch}`, 'daily', windowMs);
      longest = Math.max(longest, wait);
    }
    expect(longest).toBeLessThanOrEqual(windowMs / 2);
  });

  it.each<[string, (watch: number) => string]>([
    ['numbered', (watch) => `watch-${watch}`],
    ['padded', (watch) => String(watch).padStart(10, '0')],
    ['random', () => randomUUID()],
    ['different at the beginning only', (watch) => `${watch}@devices.example`],
  ])('is uniform over clients whose names are %s', (_how, nameOf) => {
    const even = WATCHES / PARTS;

    for (const count of histogram(delaysOf(nameOf))) {
      expect(Math.abs(count - even)).toBeLessThan(6 * Math.sqrt(even));
    }
  });

  it('is independent between topics', () => {
    const [now, hourly] = [delaysOf(String, 'conditions'), delaysOf(String, 'hourly')];
    const neighbours = hourly.filter((_, watch) => now[watch]! < WINDOW_MS / 2 / PARTS);
    const even = neighbours.length / PARTS;

    for (const count of histogram(neighbours)) {
      expect(Math.abs(count - even)).toBeLessThan(6 * Math.sqrt(even));
    }
  });
});
