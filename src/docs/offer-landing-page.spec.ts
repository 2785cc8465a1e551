import { beforeEach, describe, expect, it } from '@jest/globals';
import { fastify, type FastifyInstance } from 'fastify';
import { PROBLEMS } from '../problem-catalogue.js';
import { offerLandingPage } from './offer-landing-page.js';

const CHROMIUM =
  'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8';

describe('the page at /', () => {
  let server: FastifyInstance;

  beforeEach(() => {
    server = fastify();
    offerLandingPage(server);
    server.get('/', (_request, reply) => reply.header('vary', reply.getHeader('vary')).send({}));
    server.get('/v1', () => ({}));
  });

  const get = (accept?: string, url = '/') =>
    server.inject({ url, headers: accept === undefined ? {} : { accept } });

  it.each([CHROMIUM, 'text/html', 'application/json;q=0.5, text/html'])(
    'is for a client that prefers HTML: %s',
    async (accept) => {
      const { headers, body } = await get(accept);

      expect(headers).toMatchObject({
        'content-type': 'text/html; charset=utf-8',
        'cache-control': 'no-store',
        vary: 'Accept',
        'content-security-policy': expect.stringContaining("default-src 'none'"),
      });
      expect(body).toContain('is not Météo-France');
      for (const path of ['/docs', '/openapi.yaml', '/deprecation', '/health/ready']) {
        expect(body).toContain(`href="${path}"`);
      }
      for (const code of Object.keys(PROBLEMS)) expect(body).toContain(`href="/problems/${code}"`);
    },
  );

  it.each([
    undefined,
    '*/*',
    'application/json',
    'application/json, text/html',
    'text/html;q=0.5, application/json',
    'text/html;q=0',
    'image/png',
    'nonsense',
  ])('is not for other clients: %s', async (accept) => {
    const { headers, body } = await get(accept);

    expect(headers).toMatchObject({ 'content-type': 'application/json; charset=utf-8' });
    expect([headers['vary'], body]).toEqual(['Accept', '{}']);
  });

  it('is at no other path', async () => {
    expect((await get(CHROMIUM, '/v1')).headers['vary']).toBeUndefined();
  });
});
