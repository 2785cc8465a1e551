import { connect, type Socket } from 'node:net';
import type { Clock } from '@app/clock/clock.js';
import { withTimeOf } from './at-time-of.js';
import { LoopbackServer } from './loopback-server.js';
import { encodeCommand, onCommands } from './redis-commands.js';

/**
 * A Redis for API processes with a moved clock: it passes everything on to a server, and gives scripts the
 * time of the clock. Scripts are never known by their digest, so that each comes as text.
 */
export class RedisAtTimeOf {
  private constructor(private readonly server: LoopbackServer) {}

  /** @param port of a Redis server */
  static async start(clock: Clock, port: number): Promise<RedisAtTimeOf> {
    return new RedisAtTimeOf(await LoopbackServer.start((client) => relay(client, port, clock)));
  }

  get url(): string {
    return `redis://127.0.0.1:${this.server.port}`;
  }

  stop(): Promise<void> {
    return this.server.stop();
  }
}

function relay(client: Socket, port: number, clock: Clock): void {
  const server = connect(port, '127.0.0.1');
  onCommands(client, (command) => server.write(encodeCommand(withTime(command, clock))));
  server.pipe(client);
  client.on('close', () => server.destroy());
  server.on('error', () => undefined).on('close', () => client.destroy());
}

function withTime([name = '', text = '', ...rest]: readonly string[], clock: Clock): string[] {
  return name === 'EVAL' ? [name, withTimeOf(clock, text), ...rest] : [name, text, ...rest];
}
