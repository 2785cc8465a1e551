import { describe, expect, it } from '@jest/globals';
import { scopesOf } from './scopes-of.js';

describe('scopesOf', () => {
  it.each([
    [{ scope: 'a b' }, ['a', 'b']],
    [{ scope: ' a  b ' }, ['a', 'b']],
    [{ scope: ['a', 'b c'] }, ['a', 'b c']],
    [{ scp: 'a' }, ['a']],
    [{ roles: ['a'] }, ['a']],
    [{ roles: 'a' }, ['a']],
    [{ scope: 'a', scp: ['b', 'a'], roles: ['c'] }, ['a', 'b', 'c']],
    [{ scope: null, scp: 7, roles: { a: true } }, []],
    [{ roles: [['a'], null, 1, ''] }, []],
    [{}, []],
  ])('of %j are %j', (claims, scopes) => {
    expect([...scopesOf(claims)]).toEqual(scopes);
  });
});
