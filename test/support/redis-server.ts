import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { freePort } from '../../packages/local-server/free-port.js';
import { describeWith, programOnPath } from './tools/describe-with.js';

/** The redis-server on the PATH. */
export const REDIS = programOnPath('redis-server');

/** Without a redis-server these suites are reported as skipped. */
export const describeWithRedis = describeWith(REDIS);

/** A Redis that a test can suspend, kill and restart. */
export class RedisServer {
  private constructor(
    readonly port: number,
    private readonly options: readonly string[],
    private child: ChildProcess,
  ) {}

  /** @param options further `redis-server` options */
  static async start(options: readonly string[] = []): Promise<RedisServer> {
    const port = await freePort(0);
    return new RedisServer(port, options, await launch(port, options));
  }

  get url(): string {
    return `redis://127.0.0.1:${this.port}`;
  }

  /** Ends it like a crash; its data is lost. */
  async kill(): Promise<void> {
    const exited = once(this.child, 'exit');
    this.child.kill('SIGKILL');
    await exited;
  }

  async startAgain(): Promise<void> {
    this.child = await launch(this.port, this.options);
  }

  /** It accepts connections but does not answer. */
  suspend(): void {
    this.child.kill('SIGSTOP');
  }

  resume(): void {
    this.child.kill('SIGCONT');
  }

  async stop(): Promise<void> {
    this.resume();
    if (this.child.exitCode === null && this.child.signalCode === null) await this.kill();
  }

  /** Runs one command; returns the output of `redis-cli`. */
  command(...args: string[]): string {
    const { stdout } = spawnSync('redis-cli', ['-p', String(this.port), ...args]);
    return stdout.toString().trim();
  }
}

async function launch(port: number, options: readonly string[]): Promise<ChildProcess> {
  const memoryOnly = ['--save', '', '--appendonly', 'no'];
  const where = ['--port', String(port), '--bind', '127.0.0.1'];
  const child = spawn('redis-server', [...where, ...memoryOnly, ...options], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines = createInterface(child.stdout);
  for await (const line of lines) {
    if (line.includes('Ready to accept connections')) break;
  }
  child.stdout.resume();
  return child;
}
