import { describe, expect, it } from '@jest/globals';
import { acceptsCbor } from './accepts-cbor.js';

describe('acceptsCbor', () => {
  it.each([
    'application/cbor',
    'APPLICATION/CBOR',
    'application/cbor, */*;q=0.1',
    'application/json;q=0.5, application/cbor',
  ])('selects CBOR for Accept: %s', (accept) => {
    expect(acceptsCbor(accept)).toBe(true);
  });

  it.each([
    undefined,
    '',
    '*/*',
    'application/json',
    'application/cbor;q=0',
    'application/json, application/cbor;q=0.9',
    'text/html',
    'cbor',
  ])('selects JSON for Accept: %s', (accept) => {
    expect(acceptsCbor(accept)).toBe(false);
  });
});
