import { describe, expect, it } from '@jest/globals';
import type { FastifyRequest } from 'fastify';
import { UnauthenticatedError } from '../errors/unauthenticated.error.js';
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
    expect(bearerTokenOf(requestWith(authorization)).text).toBe(token);
  });

  it('has the SHA-256 of the token', () => {
    expect(bearerTokenOf(requestWith('Bearer abc')).digest).toBe(
      'ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0',
    );
  });

  it.each([
    'Bearer',
    'Bearer ',
    'Bearer\tabc',
    'Bearer abc def',
    'Bearer abc,def',
    'Bearer abc, Bearer def',
    'Bearer "abc"',
    'Bearer =abc',
    'Bearer abc\n',
    'Bearer äbc',
  ])('finds no token in the bearer header %j', (authorization) => {
    expect(() => bearerTokenOf(requestWith(authorization))).toThrow(
      UnauthenticatedError.invalidToken('no-single-token'),
    );
  });

  it.each([
    undefined,
    '',
    'Bearerabc',
    'Basic YTpi',
    'abc.def.ghi',
    'Basic YTpi, Bearer abc',
    ', Bearer abc',
    'X Bearer abc',
  ])('finds no bearer header in %j', (authorization) => {
    expect(() => bearerTokenOf(requestWith(authorization))).toThrow(UnauthenticatedError.noToken);
  });

  it('parses a long header in linear time', () => {
    const startedMs = performance.now();
    expect(() => bearerTokenOf(requestWith(`Bearer ${'a='.repeat(8_000)}!`))).toThrow();
    expect(() => bearerTokenOf(requestWith(`Bearer ${' '.repeat(16_000)}!`))).toThrow();

    expect(performance.now() - startedMs).toBeLessThan(100);
  });
});
