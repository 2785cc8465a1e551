import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/**
 * An address that outlives the servers behind it, like a Kubernetes Service: a new connection goes to
 * the present target, an open one stays where it is.
 */
export class StableAddress {
  private readonly sockets = new Set<Socket>();
  private readonly server = createServer((socket) => this.forward(socket));

  private constructor(private targetPort: number) {}

  static async start(targetPort: number): Promise<StableAddress> {
    const address = new StableAddress(targetPort);
    address.server.listen(0, '127.0.0.1');
    await once(address.server, 'listening');
    return address;
  }

  get url(): string {
    return `redis://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  moveTo(targetPort: number): void {
    this.targetPort = targetPort;
  }

  async stop(): Promise<void> {
    const closed = once(this.server, 'close');
    this.server.close();
    for (const socket of this.sockets) socket.destroy();
    await closed;
  }

  private forward(socket: Socket): void {
    const target = connect(this.targetPort, '127.0.0.1');
    for (const [from, to] of [
      [socket, target],
      [target, socket],
    ] as const) {
      this.sockets.add(from);
      from.on('error', () => undefined).on('close', () => to.destroy());
      from.pipe(to);
    }
  }
}
