// (b) A server written by hand for speed: Fastify without another framework, no log, no metrics.
import { createVerifier } from 'fast-jwt';
import { fastify, type FastifyReply, type FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';
import { parseCellGrid } from '@app/cells/parse-cell-grid.js';
import { given } from '../environment.js';
import { fetchIssuerKey } from '../issuer-key.js';
import { fetchWeather, type Weather } from './fetch-weather.js';

const degrees = (most: number) => ({ type: 'number', minimum: -most, maximum: most });
const SCHEMA = {
  querystring: {
    type: 'object',
    required: ['lt', 'lg'],
    properties: { lt: degrees(90), lg: degrees(180) },
  },
  response: {
    200: {
      type: 'object',
      properties: {
        vis: { type: 'number', nullable: true },
        prcpt: { type: 'number', nullable: true },
      },
    },
  },
};

const issuer = given('ISSUER');
const verify = createVerifier<string>({
  key: await fetchIssuerKey(issuer),
  algorithms: ['RS256'],
  allowedIss: issuer,
  allowedAud: 'mfapi',
  cache: 10_000,
});
const grid = parseCellGrid('metres:1000');
const cache = new LRUCache<string, Weather>({ max: 50_000, ttl: 10 * 60_000 });

const server = fastify();
server.addHook('onRequest', authenticate);
server.get<{ Querystring: { lt: number; lg: number } }>(
  '/prcpt',
  { schema: SCHEMA },
  async ({ query }) => {
    const cell = grid.cellAt({ latitude: query.lt, longitude: query.lg });
    const known = cache.get(cell.id);
    if (known) return known;
    const weather = await fetchWeather(cell.centre);
    cache.set(cell.id, weather);
    return weather;
  },
);
console.log(`listening on ${await server.listen({ host: '127.0.0.1', port: 0 })}`);

function authenticate(request: FastifyRequest, reply: FastifyReply, done: () => void): void {
  try {
    const claims = verify((request.headers.authorization ?? '').replace(/^Bearer /, '')) as {
      scope?: string;
    };
    if (claims.scope?.split(' ').includes('weather:read')) return done();
    void reply.code(403).send();
  } catch {
    void reply.code(401).send();
  }
}
