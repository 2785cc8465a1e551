// (a) The lower bound: only sends this body. No token, no validation, no log.
import { fastify } from 'fastify';
import { given } from '../shared/environment.js';

const body = JSON.parse(given('BODY')) as object;
const server = fastify();
server.get('/prcpt', () => body);
console.log(`listening on ${await server.listen({ host: '127.0.0.1', port: 0 })}`);
