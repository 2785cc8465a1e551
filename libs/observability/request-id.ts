import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** A UUID (RFC 9562), with or without its hyphens as ingress-nginx makes them. */
const RANDOM = /^(?:[0-9a-f]{32}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i;

/**
 * The client's `X-Request-Id` if it looks random, else a new one. Any other text can contain data that
 * must not be logged or sent back: a key, a part of a token, a position.
 */
export function requestIdOf(request: Pick<IncomingMessage, 'headers'>): string {
  const given = request.headers['x-request-id'];
  return typeof given === 'string' && RANDOM.test(given) ? given : randomUUID();
}
