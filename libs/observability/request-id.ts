import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

const ACCEPTABLE = /^[A-Za-z0-9._-]{8,64}$/;
/** What has the form of a coordinate is no id, and the log must not hold it. */
const FRACTION = /\d\.\d\d/;

/**
 * The caller's `X-Request-Id` when it is harmless to log and to send back, else a new one. A token
 * is longer than any id that is kept.
 */
export function requestIdOf(request: Pick<IncomingMessage, 'headers'>): string {
  const given = request.headers['x-request-id'];
  const harmless = typeof given === 'string' && ACCEPTABLE.test(given) && !FRACTION.test(given);
  return harmless ? given : randomUUID();
}
