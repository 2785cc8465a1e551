import { describe, expect, it } from '@jest/globals';
import { requestIdOf } from './request-id.js';

const idFor = (given?: string | string[]): string =>
  requestIdOf({ headers: given === undefined ? {} : { 'x-request-id': given } });

describe('the request id', () => {
  it.each([
    '6f0c7b1e-7b0d-4d0f-9a51-2f6f5f0a4f0e',
    '0192B5F8-7E2A-7CC1-A1D4-5B6C7D8E9F00',
    '6f0c7b1e7b0d4d0f9a512f6f5f0a4f0e',
  ])('is taken from the client: %s', (given) => {
    expect(idFor(given)).toBe(given);
  });

  it.each([
    '',
    'short',
    '12345678',
    'watch-1.2_3',
    'x'.repeat(32),
    'f'.repeat(33),
    'sUperSecretKey0123456789abcdefAB',
    'with space',
    'two-lines\nof-text',
    'trailing\n',
    'a\r\nset-cookie: b',
    '<script>alert(1)</script>',
    '"quoted-id"',
    '{"json":"id"}',
    'first-id-1, second-id-2',
    'accenté-id',
    '\u001b[31mred-id',
    '../../etc/passwd',
    'lt=48.87&lg=2.30',
    '48.8705_2.3049',
    'watch-at--33.86',
  ])('is generated instead of %j', (given) => {
    expect(idFor(given)).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  });

  it('is generated when the header is missing or repeated', () => {
    expect(idFor()).toMatch(/^[0-9a-f-]{36}$/);
    expect(idFor(['12345678', '87654321'])).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('is different for each request', () => {
    expect(idFor()).not.toBe(idFor());
  });
});
