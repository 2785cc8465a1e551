import { expect, it } from '@jest/globals';
import { isIssuedTo } from './issued-to.js';

const PROBES = new Set(['smoke']);

it.each(['client_id', 'azp', 'appid'])('a token names its client in %s', (claim) => {
  expect(isIssuedTo({ [claim]: 'smoke' }, PROBES)).toBe(true);
  expect(isIssuedTo({ [claim]: 'watch' }, PROBES)).toBe(false);
});

it.each([[undefined], [null], [7], [['smoke']], [{ smoke: true }]])(
  'a client that is %p is not one of the probes',
  (client) => {
    expect(isIssuedTo({ client_id: client }, PROBES)).toBe(false);
  },
);

it('the subject of a token does not make it a probe: any user may have that name', () => {
  expect(isIssuedTo({ sub: 'smoke' }, PROBES)).toBe(false);
});
