import cors, { type FastifyCorsOptions } from '@fastify/cors';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';

/** What a browser may send besides what it always may: the fields that this API reads. */
const ALLOWED_HEADERS = [
  'Authorization',
  'Content-Type',
  'If-Modified-Since',
  'If-None-Match',
  'traceparent',
  'tracestate',
  'X-Request-Id',
];

/** What a page may read besides what it always may (`Cache-Control`, `Content-Language`, `Content-Type`, `Last-Modified`). */
const EXPOSED_HEADERS = [
  'Allow',
  'Cache-Status',
  'Content-Location',
  'Date',
  'Deprecation',
  'ETag',
  'Link',
  'RateLimit',
  'RateLimit-Policy',
  'Retry-After',
  'WWW-Authenticate',
  'X-Request-Id',
];

/** The longest that a browser keeps the answer to a preflight (Chromium). */
const PREFLIGHT_SECONDS = 7_200;

const OPTIONS: FastifyCorsOptions = {
  methods: ['GET', 'HEAD'],
  allowedHeaders: ALLOWED_HEADERS,
  exposedHeaders: EXPOSED_HEADERS,
  maxAge: PREFLIGHT_SECONDS,
  strictPreflight: false,
};
const REFUSED: FastifyCorsOptions = { origin: false };

/**
 * Lets the pages of these origins read every answer that is given by a hook or a route, errors included (Fetch
 * standard, CORS protocol). Their tokens are in a header, so no cookie is allowed. Other requests only get `Vary: Origin`;
 * without origins, nothing changes.
 */
export async function allowOrigins(
  app: NestFastifyApplication,
  origins: readonly string[],
): Promise<void> {
  if (origins.length === 0) return;
  const allowed = new Set(origins);
  await app.register(cors, {
    delegator: ({ headers }: FastifyRequest, done) => {
      const { origin, 'access-control-request-method': requested } = headers;
      if (origin === undefined || !allowed.has(origin)) return done(null, REFUSED);
      done(null, { ...OPTIONS, origin, preflight: requested !== undefined });
    },
  });
}
