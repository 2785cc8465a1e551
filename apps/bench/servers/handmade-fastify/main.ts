// (f) What the product does for a request, written by hand on Fastify: the lower bound for the same duties.
import { randomUUID } from 'node:crypto';
import { fastify, type FastifyReply, type FastifyRequest } from 'fastify';
import { PRCPT_SCHEMA, type PrcptQuery } from '../shared/schema.js';
import { tokenVerifier } from '../shared/token-verifier.js';
import { WeatherSource, type Found } from '../shared/weather-source.js';
import { followRequests } from './follow-requests.js';
import { limitRequests } from './limit-requests.js';
import { sendProblem } from './send-problem.js';
import { setFreshness } from './set-freshness.js';

const verify = await tokenVerifier();
const weather = await WeatherSource.connect();

const server = fastify({ genReqId: () => randomUUID() });
server.decorateRequest('subject', '').decorateRequest('found');
server.addHook('onRequest', authenticate);
server.setErrorHandler((error: { validation?: unknown }, request, reply) =>
  sendProblem(request, reply, error.validation ? 400 : 500),
);
followRequests(server);
server.get<{ Querystring: PrcptQuery }>('/prcpt', { schema: PRCPT_SCHEMA }, (request, reply) => {
  const found = weather.find({ latitude: request.query.lt, longitude: request.query.lg });
  if (found instanceof Promise) return found.then((loaded) => answer(request, reply, loaded));
  return answer(request, reply, found);
});
console.log(`listening on ${await server.listen({ host: '127.0.0.1', port: 0 })}`);

function authenticate(request: FastifyRequest, reply: FastifyReply, done: () => void): void {
  void reply.header('x-request-id', request.id);
  const verified = verify(request.headers.authorization);
  if ('status' in verified) return void sendProblem(request, reply, verified.status);
  request.subject = verified.subject;
  if (!limitRequests(reply, verified.subject)) return void sendProblem(request, reply, 429);
  done();
}

function answer(request: FastifyRequest, reply: FastifyReply, found: Found): FastifyReply {
  request.found = found;
  if (setFreshness(request, reply, found)) return reply.code(304).send();
  const { visibilityMeters: vis, precipitationMeters: prcpt } = found.conditions;
  return reply.send({ vis, prcpt });
}
