import type { EventEmitter } from 'node:events';
import { createClient, createCluster, ErrorReply } from '@redis/client';
import type { LuaScript } from './lua-script.js';
import type { RedisServerOptions } from './redis.options.js';

const CONNECT_TIMEOUT_MS = 1_000;
/** All processes reconnect within a second after Redis is up: the budget waits that long for them. */
const MAX_RECONNECT_DELAY_MS = 500;
/** Unanswered pings detect a peer that vanished without closing the connection. */
const PING_INTERVAL_MS = 1_000;
const SOCKET_TIMEOUT_MS = 3_000;
const MAX_QUEUE_LENGTH = 10_000;

/** The used part of a Redis client: scripts on keys, for a single server and a cluster. */
export interface RedisClient {
  connect(): Promise<void>;
  evaluate(script: LuaScript, keys: string[], args: string[]): Promise<unknown>;
  destroy(): void;
  /** Whether it is connected; in a cluster, to the nodes that it knows. */
  readonly isReady: () => boolean;
  /** Why it is not connected: what the server replied, else the last error of the connection. */
  readonly lastError: () => unknown;
}

/**
 * A client that never queues commands while disconnected, and reconnects forever. It resolves the host
 * name at each connection; host and port are those of the URL at its creation.
 */
export function createRedisClient(options: RedisServerOptions): RedisClient {
  const client = options.cluster ? clusterOf(options) : createClient(connectionOf(options));
  const lastError = lastErrorOf(client);
  return {
    connect: async () => void (await client.connect()),
    evaluate: async (script, keys, args) => {
      try {
        return await client.evalSha(script.sha1, { keys, arguments: args });
      } catch (error) {
        if (!(error instanceof Error && error.message.startsWith('NOSCRIPT'))) throw error;
        return await client.eval(script.text, { keys, arguments: args });
      }
    },
    destroy: () => client.destroy(),
    isReady: () => client.isReady,
    lastError,
  };
}

/** A server that refuses a connection closes it, so a reply is followed by an error that says less. */
function lastErrorOf(client: EventEmitter): () => unknown {
  let lastError: unknown;
  const note = (error: unknown): void => {
    if (error instanceof ErrorReply || !(lastError instanceof ErrorReply)) lastError = error;
  };
  client.on('error', note).on('node-error', note);
  for (const ready of ['ready', 'node-ready']) client.on(ready, () => (lastError = undefined));
  return () => lastError;
}

function clusterOf(options: RedisServerOptions): ReturnType<typeof createCluster> {
  const { url, ...defaults } = connectionOf(options);
  return createCluster({ rootNodes: [{ url }], defaults });
}

function connectionOf({ url, ca }: RedisServerOptions) {
  const { href, protocol } = withoutCredentials(url());
  const socket = {
    connectTimeout: CONNECT_TIMEOUT_MS,
    socketTimeout: SOCKET_TIMEOUT_MS,
    reconnectStrategy: (retries: number) =>
      Math.min(50 * 2 ** Math.min(retries, 5), MAX_RECONNECT_DELAY_MS),
  };
  return {
    url: href,
    // Called at each connection.
    credentialsProvider: {
      type: 'async-credentials-provider' as const,
      credentials: () => Promise.resolve(credentialsIn(url())),
    },
    socket:
      protocol === 'rediss:'
        ? { ...socket, tls: true as const, ...(ca === undefined ? {} : { ca }) }
        : socket,
    disableOfflineQueue: true,
    // The connection limits every reply itself; this would create a signal for each command.
    commandOptions: { timeout: 0 },
    commandsQueueMaxLength: MAX_QUEUE_LENGTH,
    pingInterval: PING_INTERVAL_MS,
  };
}

function withoutCredentials(url: string): URL {
  const address = new URL(url);
  address.username = '';
  address.password = '';
  return address;
}

function credentialsIn(url: string): { username?: string; password?: string } {
  const { username, password } = new URL(url);
  return {
    ...(username ? { username: decodeURIComponent(username) } : {}),
    ...(password ? { password: decodeURIComponent(password) } : {}),
  };
}
