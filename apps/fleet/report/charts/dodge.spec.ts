import { expect, it } from '@jest/globals';
import { dodge } from './dodge.js';

it('labels move apart as far as needed, in their order, and stay above the last position', () => {
  expect(dodge([10, 12, 60], 16, 100)).toEqual([10, 26, 60]);
  expect(dodge([98, 99], 16, 100)).toEqual([84, 100]);
  expect(dodge([40, 5], 16, 100)).toEqual([40, 5]);
});
