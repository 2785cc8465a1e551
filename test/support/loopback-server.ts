import { once } from 'node:events';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** A TCP server on the loopback address that closes its connections when it stops. */
export class LoopbackServer {
  private readonly sockets = new Set<Socket>();

  private constructor(private readonly server: Server) {}

  static async start(onConnection: (client: Socket) => void): Promise<LoopbackServer> {
    const server = createServer();
    const loopback = new LoopbackServer(server);
    server.on('connection', (client) => {
      loopback.sockets.add(client);
      client.on('error', () => undefined);
      onConnection(client);
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return loopback;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  async stop(): Promise<void> {
    const closed = once(this.server, 'close');
    this.server.close();
    for (const socket of this.sockets) socket.destroy();
    await closed;
  }
}
