import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { freePort } from '../local-server/free-port.js';

/** A `redis-server` in memory, on one port over all its starts. */
export class LocalRedis {
  private child: ChildProcess | undefined;

  private constructor(private readonly port: number) {}

  /** @returns undefined where there is no `redis-server` on the PATH */
  static async find(): Promise<LocalRedis | undefined> {
    if (spawnSync('redis-server', ['--version']).status !== 0) return undefined;
    return new LocalRedis(await freePort(0));
  }

  /** Starts one. @throws where there is no `redis-server` on the PATH */
  static async start(): Promise<LocalRedis> {
    const redis = await LocalRedis.find();
    if (!redis) throw new Error('There is no redis-server on this machine.');
    await redis.start();
    return redis;
  }

  get url(): string {
    return `redis://127.0.0.1:${this.port}`;
  }

  get running(): boolean {
    return this.child !== undefined;
  }

  async start(): Promise<void> {
    if (this.child) return;
    const options = ['--save', '', '--appendonly', 'no', '--bind', '127.0.0.1'];
    const child = spawn('redis-server', ['--port', String(this.port), ...options], {
      stdio: ['ignore', 'pipe', 'inherit'],
      // Ctrl-C reaches the whole process group of a terminal; the caller stops what uses it first.
      detached: true,
    });
    this.child = child;
    child.once('exit', () => {
      if (this.child === child) this.child = undefined;
    });
    for await (const line of createInterface(child.stdout)) {
      if (line.includes('Ready to accept connections')) break;
    }
    child.stdout.resume();
  }

  /** Ends it like a crash. */
  async stop(): Promise<void> {
    const { child } = this;
    if (!child) return;
    const exited = once(child, 'exit');
    child.kill('SIGKILL');
    await exited;
  }
}
