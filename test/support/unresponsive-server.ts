import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';

/** Stands in for a Redis that accepts connections but never answers. */
export class UnresponsiveServer {
  connections = 0;
  private readonly sockets = new Set<Socket>();
  private readonly server = createServer((socket) => {
    this.connections += 1;
    this.sockets.add(socket);
    socket.on('error', () => undefined).resume();
  });

  static async start(): Promise<UnresponsiveServer> {
    const server = new UnresponsiveServer();
    server.server.listen(0, '127.0.0.1');
    await once(server.server, 'listening');
    return server;
  }

  get url(): string {
    return `redis://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    const closed = once(this.server, 'close');
    this.server.close();
    for (const socket of this.sockets) socket.destroy();
    await closed;
  }
}
