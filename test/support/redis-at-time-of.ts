import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import type { Clock } from '@app/clock/clock.js';
import { withTimeOf } from './at-time-of.js';

/**
 * A Redis for API processes with a moved clock: it passes everything on to a server, and gives scripts the
 * time of the clock. Scripts are never known by their digest, so that each comes as text.
 */
export class RedisAtTimeOf {
  private readonly sockets = new Set<Socket>();

  private constructor(private readonly server: Server) {}

  /** @param port of a Redis server */
  static async start(clock: Clock, port: number): Promise<RedisAtTimeOf> {
    const server = createServer();
    const redis = new RedisAtTimeOf(server);
    server.on('connection', (client) => redis.relay(client, connect(port, '127.0.0.1'), clock));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return redis;
  }

  get url(): string {
    return `redis://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.server.close();
    for (const socket of this.sockets) socket.destroy();
    await once(this.server, 'close');
  }

  private relay(client: Socket, server: Socket, clock: Clock): void {
    let rest = Buffer.alloc(0);
    client.on('data', (bytes) => {
      rest = Buffer.concat([rest, bytes]);
      for (let next = readCommand(rest); next; next = readCommand(rest)) {
        rest = rest.subarray(next.length);
        server.write(encode(withTime(next.command, clock)));
      }
    });
    server.pipe(client);
    for (const [socket, other] of [
      [client, server],
      [server, client],
    ] as const) {
      this.sockets.add(socket);
      socket.on('error', () => other.destroy()).on('close', () => other.destroy());
    }
  }
}

function withTime([name = '', text = '', ...rest]: readonly string[], clock: Clock): string[] {
  return name === 'EVAL' ? [name, withTimeOf(clock, text), ...rest] : [name, text, ...rest];
}

/** The first command of a request stream (RESP: an array of bulk strings), or undefined. */
function readCommand(bytes: Buffer): { command: string[]; length: number } | undefined {
  let at = 0;
  const readNumber = (): number => {
    const end = bytes.indexOf('\r\n', at);
    const digits = end < 0 ? '' : bytes.toString('latin1', at + 1, end);
    at = end + 2;
    return digits === '' ? NaN : Number(digits);
  };
  const command: string[] = [];
  for (let left = readNumber(); left > 0; left -= 1) {
    const length = readNumber();
    if (Number.isNaN(length) || bytes.length < at + length + 2) return undefined;
    command.push(bytes.toString('utf8', at, at + length));
    at += length + 2;
  }
  return command.length > 0 ? { command, length: at } : undefined;
}

function encode(command: readonly string[]): string {
  const parts = command.map((part) => `$${Buffer.byteLength(part)}\r\n${part}\r\n`);
  return `*${command.length}\r\n${parts.join('')}`;
}
