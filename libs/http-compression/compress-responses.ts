import { gzipSync } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import { LRUCache } from 'lru-cache';
import { addToVary } from '@app/http-caching/vary.js';
import { prefersGzip } from './prefers-gzip.js';

type Body = string | Buffer;

/** Below, gzip saves less than a packet. */
const MIN_BYTES = 1_000;
/** Bodies and their compressed forms that a process keeps. */
const MAX_KEPT_BYTES = 4_000_000;
const NOT_MODIFIED = 304;

/** Whether a body is long enough to be sent in gzip to a client that prefers it; other values are not. */
export function isCompressible(body: unknown): body is Body {
  // No character has more than three bytes per UTF-16 unit.
  if (typeof body === 'string') {
    return body.length * 3 > MIN_BYTES && Buffer.byteLength(body) > MIN_BYTES;
  }
  return Buffer.isBuffer(body) && body.length > MIN_BYTES;
}

/**
 * Sends texts and buffers of more than 1 kB in gzip to clients that prefer it. A body that many clients get is
 * compressed once. Streams are sent unchanged. A short body, or a client without `Accept-Encoding`, costs a comparison.
 *
 * Compresses in this thread: 24 hours of a forecast take about 0.1 ms, and a queue for other threads would hold as
 * many bodies as clients ask for.
 */
export function compressResponses(fastify: FastifyInstance): void {
  const compressed = new LRUCache<Body, Buffer>({
    maxSize: MAX_KEPT_BYTES,
    sizeCalculation: (bytes, body) => bytes.length + body.length,
    memoMethod: (body) => gzipSync(body),
  });
  fastify.addHook('onSend', (request, reply, payload: unknown, done) => {
    if (!isCompressible(payload) || reply.hasHeader('content-encoding')) return done(null, payload);
    void reply.header('vary', addToVary(reply.getHeader('vary'), 'Accept-Encoding'));
    if (!prefersGzip(request.headers['accept-encoding'])) return done(null, payload);
    // A 304 to HEAD has the length of the body and no other field about it (RFC 9110 section 15.4.5).
    if (reply.statusCode !== NOT_MODIFIED) void reply.header('content-encoding', 'gzip');
    done(null, compressed.memo(payload));
  });
}
