import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isOfDocs } from './docs-paths.js';

/**
 * A page may load and call only this server, and no page may frame it: it holds a token. Swagger UI has a `<style>` and
 * `style` attributes of its own, and images as `data:` URLs.
 */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Security headers of every page (OWASP Secure Headers Project). */
export const PAGE_HEADERS = {
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'x-content-type-options': 'nosniff',
  // For browsers without `frame-ancestors`.
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};

/**
 * Adds security headers to the documentation. Only routes added later have them; other
 * routes cost nothing and answer with nothing that a browser renders.
 */
export function protectPages(fastify: FastifyInstance): void {
  fastify.addHook('onRoute', (route) => {
    if (!isOfDocs(route.url)) return;
    route.onRequest = [setHeaders, ...[route.onRequest ?? []].flat()];
  });
}

function setHeaders(_request: FastifyRequest, reply: FastifyReply, done: () => void): void {
  void reply.headers(PAGE_HEADERS);
  done();
}
