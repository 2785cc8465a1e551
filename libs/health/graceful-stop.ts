import type { Server } from 'node:http';
import { Server as NetServer } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import type { Drain } from './drain.js';

/** How long connections may linger once nobody can open a new one. */
const CLOSE_TIMEOUT_MS = 10_000;
const POLL_INTERVAL_MS = 50;

/** What is to stop, and how long it still serves. */
export interface GracefulStopOptions {
  readonly server: Server;
  readonly drain: Drain;
  /** How long to serve normally after the signal, while balancers notice that we are unready. */
  readonly drainMs: number;
}

/**
 * Stops an HTTP server without losing a request: unready but serving for `drainMs`; then no new
 * connections, each answer says `Connection: close`; resolves when all connections are gone, or
 * after 10 s.
 *
 * Not `http.Server.close()`: that also cuts idle keep-alive connections, on which a request may be
 * on its way at this very moment.
 */
export async function stopGracefully(options: GracefulStopOptions): Promise<void> {
  const { server, drain, drainMs } = options;
  drain.begin();
  await delay(drainMs);
  drain.startClosing();
  NetServer.prototype.close.call(server);
  const lingerUntilMs = performance.now() + CLOSE_TIMEOUT_MS;
  while ((await openConnections(server)) > 0 && performance.now() < lingerUntilMs) {
    await delay(POLL_INTERVAL_MS);
  }
  server.closeAllConnections();
}

/** Lets each answer of a leaving process, those under way included, be the last on its connection. */
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
