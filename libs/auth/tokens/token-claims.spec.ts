import { describe, expect, it } from '@jest/globals';
import { hasAudience } from './token-claims.js';

const tokenOf = (payload: string): string =>
  `e30.${Buffer.from(payload).toString('base64url')}.c2ln`;

describe('hasAudience', () => {
  it.each(['{}', '{"aud":null}', '{"aud":""}', '{"aud":[]}'])('is false for %s', (payload) => {
    expect(hasAudience(tokenOf(payload))).toBe(false);
  });

  it.each(['{"aud":"a"}', '{"aud":["a"]}', '{"aud":7}', 'null', '"text"', '[', ''])(
    'is true for %s, whose fault is another one if it has any',
    (payload) => {
      expect(hasAudience(tokenOf(payload))).toBe(true);
    },
  );
});
