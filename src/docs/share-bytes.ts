import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isOfDocs } from './docs-paths.js';

type Sent = (error: Error | null, payload: unknown) => void;

/**
 * Lets all answers of a page send the same bytes. Node would encode a text for each of them: 300 kB of memory and some
 * milliseconds, until the client has read it. Only routes added later share theirs.
 */
export function shareBytes(fastify: FastifyInstance): void {
  fastify.addHook('onRoute', (route) => {
    if (isOfDocs(route.url)) route.onSend = [encodeOnce(), ...[route.onSend ?? []].flat()];
  });
}

/** Keeps the bytes of the last text: a page has one, as long as the process runs. */
function encodeOnce() {
  let last = { text: '', bytes: Buffer.alloc(0) };
  return (_request: FastifyRequest, _reply: FastifyReply, payload: unknown, done: Sent): void => {
    if (typeof payload !== 'string') return done(null, payload);
    if (payload !== last.text) last = { text: payload, bytes: Buffer.from(payload) };
    done(null, last.bytes);
  };
}
