import { describe, expect, it } from '@jest/globals';
import { grants } from './grants.js';

describe('grants', () => {
  it.each([
    { scope: 'a b' },
    { scope: ' b  a ' },
    { scope: ['a', 'b c'] },
    { scp: 'a' },
    { roles: ['a'] },
    { roles: 'a' },
    { scope: 'b', scp: ['c'], roles: ['a'] },
  ])('finds the permission "a" in %j', (claims) => {
    expect(grants(claims, 'a')).toBe(true);
  });

  it.each([
    { scope: 'b' },
    { scope: ['a b'] },
    { scope: 'aa a:b' },
    { scope: null, scp: 7, roles: { a: true } },
    { roles: [['a'], null, 1, ''] },
    { permissions: ['a'] },
    {},
  ])('does not find it in %j', (claims) => {
    expect(grants(claims, 'a')).toBe(false);
  });
});
