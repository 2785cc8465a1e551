import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { createClient } from '@redis/client';
import { freePort } from '../../../packages/local-server/free-port.js';
import { readRedisUsage, type RedisUsage } from './redis-usage.js';

/** The used part of a Redis client. */
interface Observer {
  info(section: string): Promise<string>;
  destroy(): void;
}

/** A `redis-server` (from the PATH) in memory, for the pods of one contender. */
export class RedisProcess {
  private constructor(
    readonly url: string,
    private readonly child: ChildProcess,
    private readonly client: Observer,
  ) {}

  /** @throws when there is no `redis-server` on the PATH */
  static async start(): Promise<RedisProcess> {
    const port = String(await freePort(0));
    const args = ['--port', port, '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
    const child = spawn('redis-server', args, { stdio: ['ignore', 'pipe', 'inherit'] });
    await Promise.race([ready(child), failure(child)]);
    const url = `redis://127.0.0.1:${port}`;
    const client = createClient({ url });
    client.on('error', (error: unknown) => {
      // A run without Redis measures something else: it ends.
      throw error;
    });
    await client.connect();
    return new RedisProcess(url, child, client);
  }

  /** Totals since its start. */
  async usage(): Promise<RedisUsage> {
    return readRedisUsage(await this.client.info('everything'));
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  kill(): void {
    this.client.destroy();
    this.child.kill('SIGKILL');
  }
}

async function ready({ stdout }: ChildProcess): Promise<void> {
  if (!stdout) return;
  for await (const line of createInterface(stdout)) {
    if (line.includes('Ready to accept connections')) break;
  }
  stdout.resume();
}

async function failure(child: ChildProcess): Promise<never> {
  const [cause] = (await once(child, 'error')) as [Error];
  throw new Error('The bench needs redis-server on the PATH.', { cause });
}
