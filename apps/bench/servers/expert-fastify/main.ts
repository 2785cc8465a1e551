// (b) A server written by hand for speed: Fastify without another framework, no log, no metrics, no limits.
import { fastify } from 'fastify';
import { PRCPT_SCHEMA, type PrcptQuery } from '../shared/schema.js';
import { tokenVerifier } from '../shared/token-verifier.js';
import { WeatherSource, type Found } from '../shared/weather-source.js';

const verify = await tokenVerifier();
const weather = await WeatherSource.connect();

const server = fastify();
server.addHook('onRequest', (request, reply, done) => {
  const verified = verify(request.headers.authorization);
  if ('subject' in verified) return done();
  void reply.code(verified.status).send();
});
server.get<{ Querystring: PrcptQuery }>('/prcpt', { schema: PRCPT_SCHEMA }, ({ query }, reply) => {
  const found = weather.find({ latitude: query.lt, longitude: query.lg });
  if (found instanceof Promise) return found.then(bodyOf);
  return reply.send(bodyOf(found));
});
console.log(`listening on ${await server.listen({ host: '127.0.0.1', port: 0 })}`);

function bodyOf({ conditions }: Found) {
  return { vis: conditions.visibilityMeters, prcpt: conditions.precipitationMeters };
}
