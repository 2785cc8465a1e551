import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { createGunzip } from 'node:zlib';

/** A service on loopback that is only told things, and keeps them. */
export class HttpSink {
  /** How often anything connected to it. */
  connections = 0;
  /** Path and body of everything it was told, as it came; for proofs that something was not told. */
  readonly told: { readonly path: string; readonly body: string }[] = [];
  /** What it answers; undefined = never. */
  status: number | undefined = 200;
  private port = 0;
  private readonly server = createServer((request, response) => {
    // Who goes away in the middle has told nothing.
    this.take(request, response).catch(() => response.destroy());
  }).on('connection', () => (this.connections += 1));

  /** On the port that it had before, if it had one. */
  async start(): Promise<this> {
    this.server.listen(this.port, '127.0.0.1');
    await once(this.server, 'listening');
    this.port = (this.server.address() as AddressInfo).port;
    return this;
  }

  get host(): string {
    return `127.0.0.1:${this.port}`;
  }

  /** All that it was told, for searching. */
  get everything(): string {
    return JSON.stringify(this.told);
  }

  private async take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await text(unpacked(request));
    this.told.push({ path: request.url ?? '', body });
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

function unpacked(request: IncomingMessage): NodeJS.ReadableStream {
  return request.headers['content-encoding'] === 'gzip' ? request.pipe(createGunzip()) : request;
}
