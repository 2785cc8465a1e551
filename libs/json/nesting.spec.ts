import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { isNestedDeeper } from './nesting.js';

/** How deep a parsed value is. */
function depthOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  return 1 + Math.max(0, ...Object.values(value).map(depthOf));
}

describe('isNestedDeeper', () => {
  it('agrees with the depth of the parsed value, whatever its texts contain', () => {
    const anyText = fc.string({ unit: fc.constantFrom('"', '\\', '[', '{', ']', '}', 'a') });
    const json = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 6, withCrossShrink: true },
        anyText,
        fc.array(tie('value'), { maxLength: 3 }),
        fc.dictionary(anyText, tie('value'), { maxKeys: 3 }),
      ),
    }));
    fc.assert(
      fc.property(json.value, fc.nat({ max: 6 }), (value, maxDepth) => {
        expect(isNestedDeeper(JSON.stringify(value), maxDepth)).toBe(depthOf(value) > maxDepth);
      }),
      { numRuns: 2_000 },
    );
  });

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
    expect(isNestedDeeper(text, depth)).toBe(false);
    if (depth > 0) expect(isNestedDeeper(text, depth - 1)).toBe(true);
  });

  it.each(['', '"', '"\\', '[', ']]]]', '{"a', '\\"['])('ends on the text %j', (text) => {
    expect(isNestedDeeper(text, 3)).toBe(false);
  });

  it('finds two megabytes of brackets too deep without parsing them', () => {
    expect(isNestedDeeper('['.repeat(2_000_000), 32)).toBe(true);
    expect(isNestedDeeper('{"a":'.repeat(400_000), 32)).toBe(true);
  });
});
