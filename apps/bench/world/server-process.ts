import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { Profiler } from 'node:inspector';
import { fileURLToPath } from 'node:url';
import { productionStart } from './production.js';
import type { BenchMessage, ProcessHealth } from './report-usage.js';

const DIST = new URL('../../../', import.meta.url);
const REPORT_USAGE = new URL('report-usage.js', import.meta.url);
const STARTS_WITHIN_MS = 60_000;
const ANSWERS_WITHIN_MS = 15_000;

export interface Program {
  readonly name: string;
  /** The compiled program, path from `dist/`; prints `listening on <URL>`. */
  readonly file: string;
  readonly environment: Readonly<Record<string, string>>;
}

/** A server process whose CPU time can be read. */
export class ServerProcess {
  private outputBytes = 0;

  private constructor(
    readonly url: string,
    private readonly child: ChildProcess,
  ) {
    child.stdout?.on('data', (chunk: Buffer) => (this.outputBytes += chunk.length));
    child.stderr?.on('data', (chunk: Buffer) => process.stderr.write(chunk));
  }

  /**
   * All servers get the flags of production.
   * @param binary the Node that runs it
   * @throws when it does not start to listen
   */
  static async start(program: Program, binary: string): Promise<ServerProcess> {
    const { name, file, environment } = program;
    const child = fork(fileURLToPath(new URL(file, DIST)), {
      execPath: binary,
      execArgv: [...productionStart().flags, `--import=${REPORT_USAGE.href}`],
      env: { PATH: process.env['PATH'], NODE_ENV: 'production', PORT: '0', ...environment },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    try {
      return new ServerProcess(await listeningUrl(child), child);
    } catch (cause) {
      child.kill();
      throw new Error(`${name} did not start.`, { cause });
    }
  }

  /** User and system CPU time of all threads since the start, in microseconds. */
  async cpuMicros(): Promise<number> {
    const { user, system } = await this.request<NodeJS.CpuUsage>('cpu?');
    return user + system;
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  /** Bytes written to stdout, which is the access log. */
  get logBytes(): number {
    return this.outputBytes;
  }

  health(): Promise<ProcessHealth> {
    return this.request('health?');
  }

  /** Profiles the main thread during `work`. Profiling slows the server down, so do not measure CPU meanwhile. */
  async profileDuring(work: () => Promise<unknown>): Promise<Profiler.Profile> {
    await this.request('profile!');
    await work();
    return this.request<Profiler.Profile>('profile?');
  }

  /** Ends the process without draining. */
  kill(): void {
    this.child.kill('SIGKILL');
  }

  private async request<T>(message: BenchMessage): Promise<T> {
    const signal = AbortSignal.timeout(ANSWERS_WITHIN_MS);
    const answered = once(this.child, 'message', { signal });
    this.child.send(message);
    const [answer] = (await answered) as [T];
    return answer;
  }
}

/** Reads the output until it contains the URL. */
function listeningUrl(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = '';
    const fail = (reason: string): void => {
      clearTimeout(timer);
      reject(new Error(`${reason}\n${output}`));
    };
    const timer = setTimeout(() => fail('It did not start in time.'), STARTS_WITHIN_MS);
    const read = (chunk: Buffer): void => {
      output += chunk.toString();
      const port = /listening on http:\/\/[^\s"]+:(\d+)/.exec(output)?.[1];
      if (!port) return;
      clearTimeout(timer);
      child.stdout?.off('data', read);
      child.stderr?.off('data', read);
      resolve(`http://127.0.0.1:${port}`);
    };
    child.once('exit', (code) => fail(`It exited with code ${code}.`));
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
  });
}
