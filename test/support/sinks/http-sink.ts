import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { createGunzip } from 'node:zlib';

/** A service on loopback that records all requests. */
export class HttpSink {
  /** The number of connections so far. */
  connections = 0;
  /** Path and body of every request, unchanged. */
  readonly received: { readonly path: string; readonly body: string }[] = [];
  /** The status of every response; undefined = it never answers. */
  status: number | undefined = 200;
  private port = 0;
  private readonly server = createServer((request, response) => {
    // A request that is aborted midway is not recorded.
    this.take(request, response).catch(() => response.destroy());
  }).on('connection', () => (this.connections += 1));

  /** Listens on the port it had before, if any. */
  async start(): Promise<this> {
    this.server.listen(this.port, '127.0.0.1');
    await once(this.server, 'listening');
    this.port = (this.server.address() as AddressInfo).port;
    return this;
  }

  get host(): string {
    return `127.0.0.1:${this.port}`;
  }

  /** All requests as one text, for searching. */
  get everything(): string {
    return JSON.stringify(this.received);
  }

  private async take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await text(decompressed(request));
    this.received.push({ path: request.url ?? '', body });
    if (this.status !== undefined) response.writeHead(this.status).end('{}');
  }

  async stop(): Promise<void> {
    if (!this.server.listening) return;
    const closed = once(this.server, 'close');
    this.server.close();
    this.server.closeAllConnections();
    await closed;
  }
}

function decompressed(request: IncomingMessage): NodeJS.ReadableStream {
  return request.headers['content-encoding'] === 'gzip' ? request.pipe(createGunzip()) : request;
}
