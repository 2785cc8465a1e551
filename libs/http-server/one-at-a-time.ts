import type { IncomingMessage, RequestListener } from 'node:http';
import type { Socket } from 'node:net';
import { stopConnection } from './stoppable-message.js';

/** Requests that may wait on a connection. Browsers and proxies do not pipeline; test tools rarely send more than 10. */
const MAX_WAITING = 16;

/**
 * Handles the requests of a connection one after the other: a pipelined request (RFC 9112 section 9.3.2) is handled
 * once the operating system has taken the answer to the one before. So a client that does not read its answers
 * makes at most one, and cannot keep the process busy with one write. A connection with more than 16 waiting requests is closed.
 *
 * A request that does not wait costs one comparison.
 */
export function oneAtATime(handle: RequestListener): RequestListener {
  const waiting = new WeakMap<Socket, number>();

  function add(connection: Socket, change: 1 | -1): number {
    const count = (waiting.get(connection) ?? 0) + change;
    waiting.set(connection, count);
    return count;
  }

  return (request: IncomingMessage, response) => {
    // Node assigns the connection to its oldest unanswered response.
    if (response.socket !== null) return handle(request, response);
    const { socket } = request;
    if (add(socket, 1) > MAX_WAITING) return stopConnection(socket);
    response.once('socket', () => {
      add(socket, -1);
      // In the next turn of the event loop: one connection must not hold it for all its requests.
      setImmediate(() => {
        if (!socket.destroyed) handle(request, response);
      });
    });
  };
}
