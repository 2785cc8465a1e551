import { describe, expect, it } from '@jest/globals';
import { prefersGzip } from './prefers-gzip.js';

describe('prefersGzip', () => {
  it.each([
    'gzip',
    'GZIP',
    'x-gzip',
    'gzip, deflate, br, zstd',
    'br;q=1.0, gzip;q=0.8, *;q=0.1',
    'gzip;q=0.001',
    'gzip, identity',
    'gzip;q=0.5, identity;q=0.2',
    '*',
    'br, *;q=0.5',
    'identity;q=0, gzip',
    'identity;q=0, *',
    'gzip, *;q=0',
  ])('is true for "%s"', (field) => {
    expect(prefersGzip(field)).toBe(true);
  });

  it.each([
    undefined,
    '',
    'identity',
    'br',
    'gzip;q=0',
    'gzip;q=0.0, *',
    'gzip;q=0, identity;q=0',
    'identity;q=0',
    '*;q=0',
    'gzip;q=0.2, identity;q=0.5',
    'gzipped',
    ';q=1,,',
  ])('is false for "%s"', (field) => {
    expect(prefersGzip(field)).toBe(false);
  });
});
