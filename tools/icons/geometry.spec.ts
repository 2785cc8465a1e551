import { describe, expect, it } from '@jest/globals';
import { crossings, withoutDisc } from './geometry.js';

describe('crossings', () => {
  it('are the points that two circles share, the left one first', () => {
    const [left, right] = crossings({ x: 0, y: 0, r: 5 }, { x: 6, y: 0, r: 5 });

    expect(left).toEqual([3, -4]);
    expect(right).toEqual([3, 4]);
  });

  it('do not exist for circles that are apart, or one in the other', () => {
    expect(() => crossings({ x: 0, y: 0, r: 1 }, { x: 6, y: 0, r: 1 })).toThrow('do not cross');
    expect(() => crossings({ x: 0, y: 0, r: 5 }, { x: 1, y: 0, r: 1 })).toThrow('do not cross');
  });
});

describe('a disc without a part', () => {
  it('has the large arc of its own circle when its centre remains', () => {
    expect(withoutDisc({ x: 0, y: 0, r: 5 }, { x: 6, y: 0, r: 5 })).toBe(
      'M3 4A5 5 0 1 1 3 -4A5 5 0 0 0 3 4Z',
    );
  });

  it('has the small arc when most of it is cut out', () => {
    expect(withoutDisc({ x: 0, y: 0, r: 3 }, { x: 3, y: 0, r: 5 })).toMatch(/A3 3 0 0 1/);
  });
});
