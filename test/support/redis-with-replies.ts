import { LoopbackServer } from './loopback-server.js';
import { onCommands } from './redis-commands.js';

/** Of a probe and of the script that reads the time; they have one key and no arguments. */
const isProbe = (command: readonly string[]): boolean =>
  command.length === 4 && command[3]?.includes('probe') === true;

/** Stands in for a Redis that answers each script with a reply of the test, in RESP. */
export class RedisWithReplies {
  /** To scripts that read or write the state; undefined = refused. */
  reply: string | undefined;
  /** To the script that reads the time, and to probes; undefined = the time. */
  time: string | undefined;
  /** Scripts that got `reply` or `time`. */
  answered = 0;
  private server: LoopbackServer | undefined;

  static async start(): Promise<RedisWithReplies> {
    const redis = new RedisWithReplies();
    redis.server = await LoopbackServer.start((client) =>
      onCommands(client, (command) => client.write(redis.replyTo(command))),
    );
    return redis;
  }

  get url(): string {
    return `redis://127.0.0.1:${this.server?.port}`;
  }

  async stop(): Promise<void> {
    await this.server?.stop();
  }

  private replyTo(command: readonly string[]): string {
    const [name = ''] = command;
    if (name === 'HELLO') return '%1\r\n+server\r\n+redis\r\n';
    if (!name.startsWith('EVAL')) return '+OK\r\n';
    const chosen = isProbe(command) ? this.time : this.reply;
    if (chosen !== undefined) this.answered += 1;
    return chosen ?? (isProbe(command) ? `:${Date.now()}\r\n` : '-ERR refused\r\n');
  }
}
