import { randomUUID } from 'node:crypto';
import { STATUS_CODES, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { Logger } from '@nestjs/common';
import type { ProblemCatalogue } from './problem-catalogue.js';

/** Errors of Node's HTTP parser before there is a request (codes of `clientError`). */
const STATUS_OF: Readonly<Record<string, number>> = {
  HPE_HEADER_OVERFLOW: 431,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
};
const DETAIL_OF: Readonly<Record<number, string>> = {
  400: 'The request is not HTTP/1.1 that we can read.',
  408: 'The request did not arrive in time.',
  413: 'The request body is too large.',
  431: 'The request headers are too large.',
};

/** Closing at once would reset the connection of a client that still sends, and lose the response. */
const CLOSE_TIMEOUT_MS = 1_000;
const logger = new Logger('ClientError');

/**
 * Answers a request that the HTTP parser rejects with a problem, then closes the connection. Node's
 * default answer has no body. The access log does not see these requests, so they are logged here.
 */
export function answerClientError(
  error: NodeJS.ErrnoException,
  socket: Socket,
  catalogue: ProblemCatalogue,
): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) {
    socket.destroy();
    return;
  }
  // Answered already: drop the rest of the request.
  if (!socket.writable) return;
  const earlier = answerOn(socket);
  if (earlier && (earlier.headersSent || earlier.req.complete)) return closeAfter(earlier, socket);
  const status = STATUS_OF[error.code ?? ''] ?? 400;
  const traceId = randomUUID();
  const kind = status === 400 ? catalogue.find('invalid-request') : undefined;
  const body = JSON.stringify({
    type: kind ? '/problems/invalid-request' : 'about:blank',
    title: kind?.title ?? STATUS_CODES[status],
    status,
    detail: DETAIL_OF[status],
    instance: '/',
    traceId,
  });
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n` +
      'Content-Type: application/problem+json; charset=utf-8\r\n' +
      `Content-Length: ${Buffer.byteLength(body)}\r\nX-Request-Id: ${traceId}\r\n` +
      `Cache-Control: no-store\r\nConnection: close\r\n\r\n${body}`,
  );
  destroySoon(socket);
  logger.log({
    'http.response.status_code': status,
    'error.code': error.code,
    'trace.id': traceId,
    message: `(unreadable) ${status} ${traceId}`,
  });
}

/**
 * What a connection is answering. Node's own handler of `clientError` looks at the same property; where a version has
 * none, the malformed request is answered all the same.
 */
function answerOn(socket: Socket): ServerResponse | undefined {
  return (socket as { _httpMessage?: ServerResponse | null })._httpMessage ?? undefined;
}

/** Our answer would be taken for the one to an earlier request, or be a part of it. */
function closeAfter({ writableEnded }: ServerResponse, socket: Socket): void {
  if (!writableEnded) return void socket.destroy();
  socket.end();
  destroySoon(socket);
}

function destroySoon(socket: Socket): void {
  setTimeout(() => socket.destroy(), CLOSE_TIMEOUT_MS).unref();
}
