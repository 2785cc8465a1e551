import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import type { Flood, FloodTarget, Outcomes } from './flood.js';

/** What one read of a connection can return. */
const PIPELINE_BYTES = 61 * 1_024;
const PIPELINE_ROUNDS = 10;
const LIVE = 'GET /health/live HTTP/1.1\r\nHost: x\r\n\r\n';
const SLOW_START = 'GET /prcpt HTTP/1.1\r\nHost: x\r\n';
const SLOW_HEADER = 'X: a\r\n';
const DRIP_EVERY_MS = 1_000;
/** At once; a listening socket has a queue of about 500. */
const OPENED_AT_ONCE = 100;
/** The pod closes a request that takes 10 s. */
const CLOSED_WITHIN_MS = 40_000;

/** Connections that send 1 500 requests at once and read no answer; ten times. */
export const pipelining: Flood = {
  name: 'pipelining connections',
  amount: 300,
  send: async (target, amount) => {
    const outcomes = new Map<string, number>();
    for (let round = 0; round < PIPELINE_ROUNDS; round += 1) {
      const sockets = await openAll(target, amount);
      const requests = LIVE.repeat(Math.floor(PIPELINE_BYTES / LIVE.length));
      for (const socket of sockets) socket.write(requests);
      for (const [outcome, times] of await closed(sockets)) {
        outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + times);
      }
    }
    return outcomes;
  },
};

/** Connections that send one header field per second, and never the end. */
export const slowConnections: Flood = {
  name: 'slow connections',
  amount: 5_000,
  send: async (target, amount) => {
    const sockets = await openAll(target, amount);
    for (const socket of sockets) socket.resume().write(SLOW_START);
    const timer = setInterval(() => {
      for (const socket of sockets) if (socket.writable) socket.write(SLOW_HEADER);
    }, DRIP_EVERY_MS);
    return closed(sockets).finally(() => clearInterval(timer));
  },
};

async function openAll({ url }: FloodTarget, amount: number): Promise<Socket[]> {
  const { hostname, port } = new URL(url);
  const sockets: Socket[] = [];
  while (sockets.length < amount) {
    const batch = Array.from({ length: Math.min(OPENED_AT_ONCE, amount - sockets.length) }, () =>
      connect(Number(port), hostname).on('error', () => undefined),
    );
    await Promise.all(batch.map((socket) => once(socket, 'connect').catch(() => undefined)));
    sockets.push(...batch);
  }
  return sockets;
}

/** Waits until the pod has closed them, and destroys the others. */
async function closed(sockets: readonly Socket[]): Promise<Outcomes> {
  const allClosed = Promise.all(
    sockets.filter((socket) => !socket.closed).map((socket) => once(socket, 'close')),
  );
  const waited = new AbortController();
  await Promise.race([
    allClosed,
    delay(CLOSED_WITHIN_MS, undefined, { signal: waited.signal, ref: false }),
  ]);
  waited.abort();
  const open = sockets.filter((socket) => !socket.closed);
  for (const socket of open) socket.destroy();
  return new Map(
    [
      ['closed', sockets.length - open.length] as const,
      ['still open', open.length] as const,
    ].filter(([, times]) => times > 0),
  );
}
