import { randomUUID } from 'node:crypto';
import { STATUS_CODES, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { Logger } from '@nestjs/common';
import type { ProblemCatalogue } from './problem-catalogue.js';

type ParserError = NodeJS.ErrnoException & { readonly rawPacket?: Buffer };

/** Errors of Node's HTTP parser before there is a request (codes of `clientError`). */
const STATUS_OF: Readonly<Record<string, number>> = {
  HPE_HEADER_OVERFLOW: 431,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
};
/** The code of each status in the catalogue of the application. */
const CODE_OF: Readonly<Record<number, string>> = {
  400: 'invalid-request',
  408: 'request-timeout',
  413: 'content-too-large',
  414: 'uri-too-long',
  431: 'headers-too-large',
};
const DETAIL_OF: Readonly<Record<number, string>> = {
  400: 'The request is not HTTP/1.1 that we can read.',
  408: 'The request did not arrive in time.',
  413: 'The request body is too large.',
  414: 'The URL is too long.',
  431: 'The request headers are too large.',
};

/** Of a request line that the parser did not read to its end: the headers have not begun. */
const LONG_REQUEST_LINE = /^[A-Z-]{1,20} \S{8000}/;

/** Closing at once would reset the connection of a client that still sends, and lose the response. */
const CLOSE_TIMEOUT_MS = 1_000;
const logger = new Logger('ClientError');

/**
 * Answers a request that the HTTP parser rejects with a problem, then closes the connection. Node's
 * default answer has no body. The access log does not see these requests, so they are logged here.
 */
export function answerClientError(
  error: ParserError,
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
  const status = statusOf(error);
  const traceId = randomUUID();
  const code = CODE_OF[status] ?? '';
  const kind = catalogue.find(code);
  const body = JSON.stringify({
    type: kind ? `/problems/${code}` : 'about:blank',
    title: kind?.title ?? STATUS_CODES[status],
    status,
    detail: DETAIL_OF[status],
    instance: '/',
    traceId,
  });
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nDate: ${new Date().toUTCString()}\r\n` +
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
 * Node has one error for a long request line and for long headers. What it read at last shows which, unless the client
 * sent the line in pieces.
 */
function statusOf({ code, rawPacket }: ParserError): number {
  const status = STATUS_OF[code ?? ''] ?? 400;
  const isLongLine = status === 431 && LONG_REQUEST_LINE.test(rawPacket?.toString('latin1') ?? '');
  return isLongLine ? 414 : status;
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
