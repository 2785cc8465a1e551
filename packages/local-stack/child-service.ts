import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const START_TIMEOUT_MS = 30_000;

/** A child process of the local stack. */
export class ChildService {
  private readonly tail: string[] = [];

  private readonly child: ChildProcess;
  /** The URL that the process prints; rejects with its last lines when it exits instead. */
  readonly listening: Promise<string>;

  /**
   * Starts a compiled program (path below `dist/`) with the given environment only: a LOG_LEVEL or HOST in
   * the shell must not break the first run.
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
      // Ctrl-C reaches the whole process group of a terminal; `stop` ends the children in order instead.
      detached: true,
    });
    this.listening = this.waitForUrl();
  }

  get running(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  /** Resolves when the process has exited. */
  async exited(): Promise<void> {
    if (this.running) await once(this.child, 'exit');
  }

  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
    this.child.kill(signal);
    await this.exited();
  }

  private waitForUrl(): Promise<string> {
    return new Promise((resolve, reject) => {
      const fail = (reason: string): void =>
        reject(new Error(`${this.name} ${reason}\n${this.tail.join('\n')}`));
      const timer = setTimeout(() => fail('did not start in time'), START_TIMEOUT_MS);
      this.child.once('exit', () => {
        clearTimeout(timer);
        fail('exited');
      });
      this.onLine((text) => {
        const url = /listening on (http:\/\/\S+)/.exec(text)?.[1];
        if (!url) return;
        clearTimeout(timer);
        resolve(url);
      });
    });
  }

  /** Reads all output, so that the pipe does not fill; keeps the last lines for an error message. */
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

/** The variables of the shell that every program needs. */
function inherited(): Record<string, string | undefined> {
  const { PATH, SystemRoot, NODE_EXTRA_CA_CERTS } = process.env;
  return { PATH, SystemRoot, NODE_EXTRA_CA_CERTS };
}
