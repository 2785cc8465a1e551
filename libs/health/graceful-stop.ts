import type { Server } from 'node:http';
import { Server as NetServer } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import type { Drain } from './drain.js';

/** How long open connections may stay after the server stops to accept new ones. */
const CLOSE_TIMEOUT_MS = 10_000;
const POLL_INTERVAL_MS = 50;

/** The server to stop, and how long it keeps serving. */
export interface GracefulStopOptions {
  readonly server: Server;
  readonly drain: Drain;
  /** How long to serve normally after the signal, while load balancers notice the failing readiness probe. */
  readonly drainMs: number;
}

/**
 * Stops an HTTP server without losing a request: it is unready but serves for `drainMs`, then accepts
 * no new connections and answers with `Connection: close`. Resolves when all connections are closed,
 * or after 10 s.
 *
 * Not `http.Server.close()`, which also closes idle keep-alive connections, on which a request can be
 * in flight.
 */
export async function stopGracefully(options: GracefulStopOptions): Promise<void> {
  const { server, drain, drainMs } = options;
  drain.begin();
  await delay(drainMs);
  drain.startClosing();
  NetServer.prototype.close.call(server);
  const closeAtMs = performance.now() + CLOSE_TIMEOUT_MS;
  while ((await openConnections(server)) > 0 && performance.now() < closeAtMs) {
    await delay(POLL_INTERVAL_MS);
  }
  server.closeAllConnections();
}

/** Adds `Connection: close` to every answer of a process that shuts down, running requests included. */
export function closeConnections(fastify: FastifyInstance, drain: Drain): void {
  fastify.addHook('onSend', (_request, reply, payload, done) => {
    if (drain.closing) void reply.header('connection', 'close');
    done(null, payload);
  });
}

function openConnections(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.getConnections((_error, count) => resolve(count));
  });
}
