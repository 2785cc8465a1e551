import { beforeEach, describe, expect, it } from '@jest/globals';
import { fastify, type FastifyInstance } from 'fastify';
import { shareBytes } from './share-bytes.js';

const PAGE = 'é'.repeat(1_000);

describe('the answers of a page', () => {
  let server: FastifyInstance;
  let sent: unknown[];

  beforeEach(() => {
    server = fastify();
    sent = [];
    shareBytes(server);
    for (const path of ['/docs/page.js', '/v1/weather']) {
      server.route({
        method: 'GET',
        url: path,
        handler: (_request, reply) => reply.type('text/javascript').send(PAGE),
        onSend: (_request, _reply, payload, done) => {
          sent.push(payload);
          done(null, payload);
        },
      });
    }
  });

  it('are the same bytes', async () => {
    const [one, other] = [
      await server.inject('/docs/page.js'),
      await server.inject('/docs/page.js'),
    ];

    expect(sent[0]).toBeInstanceOf(Buffer);
    expect(sent[1]).toBe(sent[0]);
    expect(other.headers).toMatchObject({ 'content-length': '2000' });
    expect([one.body, other.body]).toEqual([PAGE, PAGE]);
  });

  it('are texts outside the documentation', async () => {
    await server.inject('/v1/weather');

    expect(sent).toEqual([PAGE]);
  });
});
