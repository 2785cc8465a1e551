import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';

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
  private readonly sockets = new Set<Socket>();
  private readonly server = createServer((socket) => {
    this.sockets.add(socket);
    socket.on('error', () => undefined);
    let received = '';
    socket.setEncoding('latin1').on('data', (text: string) => {
      const { commands, rest } = commandsIn(received + text);
      received = rest;
      for (const command of commands) socket.write(this.replyTo(command));
    });
  });

  static async start(): Promise<RedisWithReplies> {
    const redis = new RedisWithReplies();
    redis.server.listen(0, '127.0.0.1');
    await once(redis.server, 'listening');
    return redis;
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

  private replyTo(command: readonly string[]): string {
    const [name = ''] = command;
    if (name === 'HELLO') return '%1\r\n+server\r\n+redis\r\n';
    if (!name.startsWith('EVAL')) return '+OK\r\n';
    const chosen = isProbe(command) ? this.time : this.reply;
    if (chosen !== undefined) this.answered += 1;
    return chosen ?? (isProbe(command) ? `:${Date.now()}\r\n` : '-ERR refused\r\n');
  }
}

/** The complete commands at the start of a text: arrays of bulk strings. */
function commandsIn(text: string): { commands: string[][]; rest: string } {
  const commands: string[][] = [];
  let rest = text;
  for (let next = commandIn(rest); next; next = commandIn(rest)) {
    commands.push(next.words);
    rest = rest.slice(next.length);
  }
  return { commands, rest };
}

function commandIn(text: string): { words: string[]; length: number } | undefined {
  const [head = '', count = '0'] = /^\*(\d+)\r\n/.exec(text) ?? [];
  if (head === '') return undefined;
  const words: string[] = [];
  let at = head.length;
  for (let word = 0; word < Number(count); word += 1) {
    const [size = '', length = '0'] = /^\$(\d+)\r\n/.exec(text.slice(at, at + 20)) ?? [];
    const end = at + size.length + Number(length);
    if (size === '' || text.length < end + 2) return undefined;
    words.push(text.slice(at + size.length, end));
    at = end + 2;
  }
  return { words, length: at };
}
