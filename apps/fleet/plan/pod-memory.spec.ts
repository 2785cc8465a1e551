import { describe, expect, it } from '@jest/globals';
import { characteristicMs } from './pod-memory.js';

const LOADS = { records: Float64Array.of(100), readsPerMs: Float64Array.of(1) };

describe('characteristicMs', () => {
  it('is without end when all records fit', () => {
    expect(characteristicMs(LOADS, 100)).toBe(Infinity);
  });

  it('is the time in which half of the records are read when half of them fit', () => {
    // Each of 100 records is read once per 100 ms: half of them within 100 · ln 2.
    const ms = characteristicMs(LOADS, 50);
    expect(ms / (100 * Math.LN2)).toBeCloseTo(1, 1);
  });
});
