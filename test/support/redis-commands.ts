import type { Socket } from 'node:net';

/** Calls `take` with each command that a Redis client sends (RESP: an array of bulk strings). */
export function onCommands(client: Socket, take: (command: readonly string[]) => void): void {
  let rest = Buffer.alloc(0);
  client.on('data', (bytes) => {
    rest = Buffer.concat([rest, bytes]);
    for (let next = readCommand(rest); next; next = readCommand(rest)) {
      rest = rest.subarray(next.length);
      take(next.command);
    }
  });
}

/** A command as a client sends it. */
export function encodeCommand(command: readonly string[]): string {
  const parts = command.map((part) => `$${Buffer.byteLength(part)}\r\n${part}\r\n`);
  return `*${command.length}\r\n${parts.join('')}`;
}

/** The first command, or undefined while it is not complete. */
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
