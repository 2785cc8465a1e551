import { describe, expect, it } from '@jest/globals';
import { addToVary } from './vary.js';

describe('addToVary', () => {
  it.each([
    [undefined, ['Accept', 'Origin'], 'Accept, Origin'],
    ['Origin', ['Accept'], 'Origin, Accept'],
    [['Origin', 'Accept'], ['Accept-Language'], 'Origin, Accept, Accept-Language'],
    ['Accept,Origin', ['accept', 'Accept-Encoding'], 'accept, Origin, Accept-Encoding'],
    ['', ['Accept'], 'Accept'],
    ['*', ['Accept'], '*'],
  ])('to %j adds %j', (present, names, expected) => {
    expect(addToVary(present, ...names)).toBe(expected);
  });
});
