import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { RedisServer } from './redis-server.js';

/** Records every command that a Redis runs, including those in scripts. */
export class RedisMonitor {
  /** Lines of `redis-cli monitor`: `1700000000.123456 [0 lua] "SET" "key" "value"`. */
  readonly lines: string[] = [];

  private constructor(private readonly child: ChildProcess) {}

  static async start({ port }: RedisServer): Promise<RedisMonitor> {
    const child = spawn('redis-cli', ['-p', String(port), 'MONITOR'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const monitor = new RedisMonitor(child);
    const lines = createInterface(child.stdout);
    await once(lines, 'line');
    lines.on('line', (line) => void monitor.lines.push(line));
    return monitor;
  }

  async stop(): Promise<void> {
    const exited = once(this.child, 'exit');
    this.child.kill();
    await exited;
  }
}
