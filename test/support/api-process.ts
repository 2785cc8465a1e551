import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { Prism } from './tools/prism.js';

const MAIN = fileURLToPath(new URL('../../dist/src/main.js', import.meta.url));
const REPORT_LOOP_DELAY = new URL('preloads/report-loop-delay.mjs', import.meta.url);
const STARTS_WITHIN_MS = 60_000;
const REPORTS_WITHIN_MS = 5_000;

export interface LogLine {
  readonly message?: string;
  readonly [field: string]: unknown;
}

export interface ApiProcessOptions {
  /** Whether the delay of its event loop is to be measured, by a hook that the product does not have. */
  readonly loopDelay?: boolean;
}

/** The API as production runs it: the compiled program in a process of its own. */
export class ApiProcess {
  /** Everything it wrote, as text; for proofs that something was not written. */
  output = '';
  readonly lines: LogLine[] = [];
  /** What it wrote beside log lines: nothing, unless something is wrong. */
  readonly stray: string[] = [];

  private constructor(
    readonly url: string,
    private readonly child: ChildProcess,
    private readonly prism?: Prism,
  ) {}

  /**
   * Starts it on a free port and resolves once it listens.
   * @throws with its output when it ends before that
   */
  static async start(
    environment: Readonly<Record<string, string>>,
    { loopDelay = false }: ApiProcessOptions = {},
  ): Promise<ApiProcess> {
    const hooks = loopDelay ? [`--import=${REPORT_LOOP_DELAY.href}`] : [];
    const child = spawn(process.execPath, ['--enable-source-maps', ...hooks, MAIN], {
      env: {
        PATH: process.env['PATH'],
        ENV: 'test',
        PORT: '0',
        METRICS_PORT: '0',
        DRAIN_SECONDS: '0',
        ACCWEA_TOKEN: 'simulator-key',
        ...environment,
      },
      stdio: ['ignore', 'pipe', 'pipe', ...(loopDelay ? (['ipc'] as const) : [])],
    });
    const listening = new Listening(child);
    try {
      const url = await listening.url;
      const prism = process.env['BEHIND_PRISM'] ? await Prism.start(url) : undefined;
      const api = new ApiProcess(prism?.url ?? url, child, prism);
      api.follow(listening);
      return api;
    } catch (error) {
      child.kill('SIGKILL');
      throw error;
    }
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  /** Where its metrics are; it says so before it listens. */
  get metricsUrl(): string {
    const said = /Metrics are at http:\/\/0\.0\.0\.0:(\d+)\/metrics/.exec(this.output);
    if (!said) throw new Error(`no word of metrics in:\n${this.output}`);
    return `http://127.0.0.1:${said[1]}/metrics`;
  }

  get running(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  /**
   * Sends a signal and resolves with the exit code once the process has gone.
   * @throws with what the Prism before it, if there is one, has seen that is not in the document
   */
  async end(signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> {
    if (this.running) {
      const gone = once(this.child, 'exit');
      this.child.kill(signal);
      await gone;
    }
    const violations = await this.prism?.stop();
    if (violations?.length) throw new Error(`not as documented:\n${violations.join('\n')}`);
    return this.child.exitCode;
  }

  /** What 99 of 100 waits of its event loop stayed below since this was asked last, in milliseconds. */
  async loopDelayP99Ms(): Promise<number> {
    const signal = AbortSignal.timeout(REPORTS_WITHIN_MS);
    const reported = once(this.child, 'message', { signal });
    this.child.send('loop-delay?');
    const [p99Ms] = (await reported) as [number];
    return p99Ms;
  }

  signal(signal: NodeJS.Signals): void {
    this.child.kill(signal);
  }

  private follow(listening: Listening): void {
    const take = (text: string): void => {
      this.output += `${text}\n`;
      try {
        this.lines.push(JSON.parse(text) as LogLine);
      } catch {
        // Not a log line: a stack, perhaps.
        this.stray.push(text);
      }
    };
    listening.read.forEach(take);
    listening.onLine = take;
  }
}

/** Reads a starting process's output until it says where it listens. */
class Listening {
  readonly read: string[] = [];
  onLine: (text: string) => void = (text) => void this.read.push(text);
  readonly url: Promise<string>;

  constructor(child: ChildProcess) {
    this.url = new Promise((resolve, reject) => {
      const give = (why: string): void => {
        clearTimeout(timer);
        reject(new Error(`${why}:\n${this.read.join('\n')}`));
      };
      const timer = setTimeout(() => give('the API did not start in time'), STARTS_WITHIN_MS);
      child.once('exit', (code) => give(`the API ended with ${code} before it listened`));
      for (const stream of [child.stdout, child.stderr]) {
        if (!stream) continue;
        createInterface(stream).on('line', (text) => {
          this.onLine(text);
          const url = /listening on (http:\/\/[^"\s]+)/.exec(text)?.[1];
          if (!url) return;
          clearTimeout(timer);
          resolve(url);
        });
      }
    });
  }
}
