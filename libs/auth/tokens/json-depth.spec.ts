import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { isNestedDeeperThan } from './json-depth.js';

/** By the parsed value. */
function depthOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  return 1 + Math.max(0, ...Object.values(value).map(depthOf));
}

describe('isNestedDeeperThan', () => {
  it.each([
    ['', 0],
    ['1', 0],
    ['{}', 1],
    ['[[],[],[]]', 2],
    ['{"a":[{"b":{}}]}', 4],
    ['"[[[["', 0],
    [String.raw`["\"[[[","\\",[]]`, 2],
    ['[[[[', 4],
  ])('counts the levels of %s', (text, depth) => {
    expect(isNestedDeeperThan(depth, text)).toBe(false);
    if (depth > 0) expect(isNestedDeeperThan(depth - 1, text)).toBe(true);
  });

  it('agrees with the parsed value', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 8 }), fc.nat(8), (text, limit) => {
        expect(isNestedDeeperThan(limit, text)).toBe(depthOf(JSON.parse(text)) > limit);
      }),
    );
  });
});
