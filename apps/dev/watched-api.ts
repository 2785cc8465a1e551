import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const NEST = 'node_modules/@nestjs/cli/bin/nest.js';
const ON_WINDOWS = process.platform === 'win32';

/** The API under `nest start --watch`: it is compiled and started again whenever a source file changes. */
export class WatchedApi {
  private readonly child: ChildProcessByStdio<null, Readable, null>;
  private readonly closed: Promise<unknown>;
  /** The URL of the first start; rejects when the watcher ends before that. */
  readonly listening: Promise<string>;

  /** Output of the compiler and of the API goes to this process's own streams. */
  constructor(environment: Readonly<Record<string, string>>) {
    this.child = spawn(
      process.execPath,
      [NEST, 'start', '--watch', '--preserveWatchOutput', '--path', 'tsconfig.dev.json'],
      {
        cwd: ROOT,
        env: { ...process.env, ...environment },
        stdio: ['ignore', 'pipe', 'inherit'],
        // A group of its own, so that `stop` reaches the API as well as the watcher.
        detached: !ON_WINDOWS,
      },
    );
    // The pipe stays open until the last process of the group has ended.
    this.closed = once(this.child, 'close');
    this.child.stdout.pipe(process.stdout);
    this.listening = this.firstUrl();
  }

  /** Resolves when the watcher and the API have ended. */
  async ended(): Promise<void> {
    await this.closed;
  }

  /** Ends the watcher and the API. */
  async stop(): Promise<void> {
    const { pid, exitCode, signalCode } = this.child;
    if (pid !== undefined && exitCode === null && signalCode === null) {
      if (ON_WINDOWS) this.child.kill();
      else process.kill(-pid, 'SIGTERM');
    }
    await this.closed;
  }

  private firstUrl(): Promise<string> {
    return new Promise((resolve, reject) => {
      let text = '';
      const read = (chunk: Buffer): void => {
        text = (text + chunk.toString()).slice(-1_000);
        const url = /listening on (http:\/\/\S+)/.exec(text)?.[1];
        if (!url) return;
        this.child.stdout.off('data', read);
        resolve(url);
      };
      this.child.stdout.on('data', read);
      this.closed.then(() => reject(new Error('The API did not start.')), reject);
    });
  }
}
