import { once } from 'node:events';
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ReceivedRequest {
  readonly url: URL;
  readonly headers: IncomingHttpHeaders;
}

/** A loopback server with scripted responses that records its requests. */
export class FakeUpstream {
  readonly requests: ReceivedRequest[] = [];
  handler: (response: ServerResponse, request: IncomingMessage) => void = (response) =>
    response.end('null');
  private readonly server: Server;

  constructor() {
    this.server = createServer((request, response) => {
      this.requests.push({ url: new URL(request.url ?? '', this.url), headers: request.headers });
      this.handler(response, request);
    });
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async start(): Promise<void> {
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }

  /** Sends this response to every request. */
  respondWith(
    body: string | Buffer,
    { status = 200, ...headers }: { status?: number } & Record<string, string | number> = {},
  ): void {
    this.handler = (response) =>
      response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body);
  }
}
