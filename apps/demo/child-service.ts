import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const STARTS_WITHIN_MS = 30_000;

/** One of the demo's processes, seen from outside. */
export class ChildService {
  private readonly tail: string[] = [];

  private readonly child: ChildProcess;
  /** The URL that the process prints; rejects with its last lines when it ends instead. */
  readonly listening: Promise<string>;

  /**
   * Starts a compiled program (path from `dist/`). It gets what it is given and nothing else of the
   * shell's environment: a stray LOG_LEVEL or HOST must not break a first impression.
   */
  constructor(
    readonly name: string,
    program: string,
    environment: Readonly<Record<string, string>>,
  ) {
    const file = fileURLToPath(new URL(`../../${program}`, import.meta.url));
    this.child = spawn(process.execPath, [file], {
      env: { ...inherited(), ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
      // Ctrl-C reaches the whole group of a terminal; the demo stops its children in order instead.
      detached: true,
    });
    this.listening = this.waitForUrl();
  }

  get running(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  /** Resolves when the process is gone. */
  async gone(): Promise<void> {
    if (this.running) await once(this.child, 'exit');
  }

  async stop(): Promise<void> {
    this.child.kill('SIGTERM');
    await this.gone();
  }

  private waitForUrl(): Promise<string> {
    return new Promise((resolve, reject) => {
      const fail = (why: string): void =>
        reject(new Error(`${this.name} ${why}\n${this.tail.join('\n')}`));
      const timer = setTimeout(() => fail('did not start in time'), STARTS_WITHIN_MS);
      this.child.once('exit', () => {
        clearTimeout(timer);
        fail('ended');
      });
      this.onLine((text) => {
        const url = /listening on (http:\/\/\S+)/.exec(text)?.[1];
        if (!url) return;
        clearTimeout(timer);
        resolve(url);
      });
    });
  }

  /** Output must be read for ever, or the pipe fills; the last lines are kept for an explanation. */
  private onLine(listen: (text: string) => void): void {
    for (const stream of [this.child.stdout, this.child.stderr]) {
      if (!stream) continue;
      createInterface(stream).on('line', (text) => {
        this.tail.push(text);
        if (this.tail.length > 20) this.tail.shift();
        listen(text);
      });
    }
  }
}

/** What a program needs of the machine, rather than of the shell. */
function inherited(): Record<string, string | undefined> {
  const { PATH, SystemRoot, NODE_EXTRA_CA_CERTS } = process.env;
  return { PATH, SystemRoot, NODE_EXTRA_CA_CERTS };
}
