import { beforeEach, describe, expect, it } from '@jest/globals';
import { Canaries } from './canaries.js';

let canaries: Canaries;

beforeEach(() => {
  canaries = new Canaries();
  canaries.plantSecret('key', 'k-3f9a1c77');
  canaries.plantToken('token', 'eyJhbGciOiJub25lIn0.eyJzdWIiOiJ3YXRjaCJ9.c2lnbmF0dXJl');
  canaries.plantPosition({ latitude: 64.12345678, longitude: -118.98765432 });
});

describe('Canaries.foundIn', () => {
  it.each([
    ['a secret', 'GET /?apikey=k-3f9a1c77 200', ['key']],
    ['the signature of a token', '{"trace.id":"c2lnbmF0dXJl"}', ['token: signature']],
    ['a position as planted', '{"q":"64.12345678,-118.98765432"}', ['64.12345678', '118.98765432']],
    ['a longitude after a comma', '64.1,118.98765', ['118.98765']],
    ['a position truncated to three decimals', 'at 64.123', ['64.123']],
    ['a position rounded to two decimals', '"lat":64.12,', ['64.12']],
    ['a position rounded up', 'lon=-118.99', ['118.99']],
    ['a position with a floating-point error', '64.123456780000001', ['64.123456780000001']],
    ['a position with a decimal comma', '64,1234 N', ['64.1234']],
  ])('finds %s', (_name, text, found) => {
    const names = found.map((one) => (/^\d/.test(one) ? `position: ${one}` : one));

    expect(canaries.foundIn(text)).toEqual(names);
  });

  it.each([
    ['a tenth of a degree', '"client.geo.location":"64.1,-119"'],
    ['a whole degree', '"client.geo.location":"64,119.1"'],
    ['another number', 'sum 64.2 count 118.9 at 164.123 or 64.1299'],
    ['a version', '9.64.12'],
  ])('does not report %s', (_name, text) => {
    expect(canaries.foundIn(text)).toEqual([]);
  });
});
