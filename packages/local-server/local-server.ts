import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Longer than any client keeps an idle connection, so that the server never closes one that a client reuses. */
const KEEP_ALIVE_MS = 120_000;

/** Where to listen. */
export interface ListenOptions {
  /** 0, the default, takes a free port and keeps it over a restart. */
  readonly port?: number | undefined;
  /** Default: loopback. */
  readonly host?: string | undefined;
}

/** Handles one request; a rejection destroys the connection. */
export type Serve = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** An HTTP server for development and tests that can be stopped and started again on the same port. */
export class LocalServer {
  private server: Server | undefined;
  private readonly host: string;
  private port: number;

  constructor({ port = 0, host = '127.0.0.1' }: ListenOptions) {
    this.port = port;
    this.host = host;
  }

  /**
   * Resolves with the URL once it listens; rejects when the port is taken.
   * @param serveAt creates the handler; called with the URL before the first request
   */
  async start(serveAt: (url: string) => Serve): Promise<string> {
    const server = createServer({ keepAliveTimeout: KEEP_ALIVE_MS });
    server.listen(this.port, this.host);
    await once(server, 'listening');
    this.server = server;
    const { address, family, port } = server.address() as AddressInfo;
    this.port = port;
    const url = `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`;
    const serve = serveAt(url);
    server.on('request', (request: IncomingMessage, response: ServerResponse) => {
      // A client that disconnects aborts its request.
      serve(request, response).catch(() => response.destroy());
    });
    return url;
  }

  /** Destroys open connections; does nothing when not started or already stopped. */
  async stop(): Promise<void> {
    const server = this.server;
    this.server = undefined;
    if (!server) return;
    const closed = once(server, 'close');
    server.close();
    server.closeAllConnections();
    await closed;
  }
}
