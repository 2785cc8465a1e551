import type { IncomingHttpHeaders } from 'node:http';
import { errorCodes, type FastifyReply, type FastifyRequest } from 'fastify';
import { InvalidRequestError } from '@app/problem/invalid-request.error.js';
import { UriTooLongError } from '@app/problem/uri-too-long.error.js';

const { FST_ERR_CTP_BODY_TOO_LARGE } = errorCodes;
const MAX_URL_LENGTH = 2_000;
const MAX_BODY_BYTES = 1_024;

/** A hook that rejects a request that is valid for Node but not for this API. */
export function rejectUnreadable(
  { url, method, headers, raw, is404 }: FastifyRequest,
  reply: FastifyReply,
  done: (error?: Error) => void,
): void {
  if (url.length > MAX_URL_LENGTH) {
    return done(new UriTooLongError(MAX_URL_LENGTH));
  }
  // RFC 9112 section 3.2.
  if (headers.host === undefined && raw.httpVersion === '1.1') {
    return done(unreadable('Host is missing.'));
  }
  // Node joins repeated headers with a comma, which no host contains.
  if (headers.host?.includes(',')) return done(unreadable('There is more than one Host.'));
  const bodyBytes = bodyBytesOf(headers);
  if (bodyBytes === 0) {
    // Fastify would answer 415 to a type that it does not know, although there is no body.
    delete headers['content-type'];
    return done();
  }
  // The answer does not wait for the body, so the connection cannot be used for another request.
  void reply.header('connection', 'close');
  // On a known path, another method than these is answered by its own route, before a body is read.
  if (!is404 || method === 'GET' || method === 'HEAD') return done();
  done(
    bodyBytes > MAX_BODY_BYTES
      ? new FST_ERR_CTP_BODY_TOO_LARGE()
      : unreadable('No path takes a body.'),
  );
}

/** As announced (RFC 9112 section 6); NaN when the length is not known. */
function bodyBytesOf(headers: IncomingHttpHeaders): number {
  if (headers['transfer-encoding'] !== undefined) return Number.NaN;
  const length = headers['content-length'];
  return length === undefined ? 0 : Number(length);
}

function unreadable(detail: string): InvalidRequestError {
  return new InvalidRequestError([], detail);
}
