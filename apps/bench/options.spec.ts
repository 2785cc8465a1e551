import { expect, it } from '@jest/globals';
import { parseOptions } from './options.js';

it('parseOptions turns everything off that is not given', () => {
  const options = { quick: true, soak: false, scale: false, check: true, fetch: false };

  expect(parseOptions(['--check', '--quick'])).toEqual(options);
});

it('parseOptions rejects an argument that it does not know', () => {
  expect(() => parseOptions(['--quick', '--fast'])).toThrow('--fast');
});
