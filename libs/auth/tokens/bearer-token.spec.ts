import { describe, expect, it } from '@jest/globals';
import type { FastifyRequest } from 'fastify';
import { bearerTokenOf } from './bearer-token.js';

const requestWith = (authorization?: string): FastifyRequest => {
  const request: { headers: FastifyRequest['headers'] } = { headers: { authorization } };
  return request as FastifyRequest;
};

describe('bearerTokenOf', () => {
  it.each([
    ['Bearer abc.def.ghi', 'abc.def.ghi'],
    ['bearer abc', 'abc'],
    ['BEARER abc', 'abc'],
    ['Bearer    abc', 'abc'],
    ['Bearer aZ09-._~+/==', 'aZ09-._~+/=='],
  ])('reads the token of %j', (authorization, token) => {
    expect(bearerTokenOf(requestWith(authorization))).toBe(token);
  });

  it.each([
    undefined,
    '',
    'Bearer',
    'Bearer ',
    'Bearerabc',
    'Bearer\tabc',
    'Basic YTpi',
    'abc.def.ghi',
    'Bearer abc def',
    'Bearer abc,def',
    'Bearer abc, Bearer def',
    'Basic YTpi, Bearer abc',
    ', Bearer abc',
    'Bearer "abc"',
    'Bearer =abc',
    'Bearer abc\n',
    'Bearer äbc',
    'X Bearer abc',
  ])('finds no token in %j', (authorization) => {
    expect(bearerTokenOf(requestWith(authorization))).toBeUndefined();
  });

  it('parses a long header in linear time', () => {
    const startedMs = performance.now();
    bearerTokenOf(requestWith(`Bearer ${'a='.repeat(8_000)}!`));
    bearerTokenOf(requestWith(`Bearer ${' '.repeat(16_000)}!`));

    expect(performance.now() - startedMs).toBeLessThan(100);
  });
});
