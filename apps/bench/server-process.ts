import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { Profiler } from 'node:inspector';
import { fileURLToPath } from 'node:url';
import type { Question } from './report-cpu.js';

const DIST = new URL('../../', import.meta.url);
const REPORT_CPU = new URL('report-cpu.js', import.meta.url);
/** `npm run start:prod` has the first; it is fair only if all have it. */
const NODE_FLAGS = ['--enable-source-maps', `--import=${REPORT_CPU.href}`];
const STARTS_WITHIN_MS = 30_000;
const ANSWERS_WITHIN_MS = 5_000;

export interface Program {
  readonly name: string;
  /** Compiled, path from `dist/`; prints `listening on <URL>`. */
  readonly file: string;
  readonly environment: Readonly<Record<string, string>>;
  /** Compiled, path from `dist/`; loaded before the program. */
  readonly preload?: string;
}

/** A server in a process of its own, whose CPU time can be read. */
export class ServerProcess {
  private constructor(
    readonly url: string,
    private readonly child: ChildProcess,
  ) {}

  /** @throws when it does not come to listen */
  static async start({ name, file, environment, preload }: Program): Promise<ServerProcess> {
    const child = fork(fileURLToPath(new URL(file, DIST)), {
      execArgv: [...NODE_FLAGS, ...(preload ? [`--import=${new URL(preload, DIST).href}`] : [])],
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

  /** User and system time, in microseconds, that all threads of the process took since its start. */
  async cpuMicros(): Promise<number> {
    const { user, system } = await this.ask<NodeJS.CpuUsage>('cpu?');
    return user + system;
  }

  /** Where its main thread is while the work is done; slows it down, so not while CPU is counted. */
  async profileDuring(work: () => Promise<void>): Promise<Profiler.Profile> {
    await this.ask('profile!');
    await work();
    return this.ask<Profiler.Profile>('profile?');
  }

  /** At once: nobody is being served any more. */
  kill(): void {
    this.child.kill('SIGKILL');
  }

  private async ask<T>(question: Question): Promise<T> {
    const signal = AbortSignal.timeout(ANSWERS_WITHIN_MS);
    const answered = once(this.child, 'message', { signal });
    this.child.send(question);
    const [answer] = (await answered) as [T];
    return answer;
  }
}

/**
 * Reads the output until it says where. Afterwards output is read on, and dropped, lest the pipe
 * fills; errors are shown.
 */
function listeningUrl(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = '';
    const fail = (why: string): void => {
      clearTimeout(timer);
      reject(new Error(`${why}\n${output}`));
    };
    const timer = setTimeout(() => fail('It took too long.'), STARTS_WITHIN_MS);
    const read = (chunk: Buffer): void => {
      output += chunk.toString();
      const port = /listening on http:\/\/[^\s"]+:(\d+)/.exec(output)?.[1];
      if (!port) return;
      clearTimeout(timer);
      child.stdout?.off('data', read).resume();
      child.stderr?.off('data', read).on('data', (chunk) => process.stderr.write(chunk));
      resolve(`http://127.0.0.1:${port}`);
    };
    child.once('exit', (code) => fail(`It ended with ${code}.`));
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
  });
}
