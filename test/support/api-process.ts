import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { Prism } from './tools/prism.js';

const DIST = new URL('../../dist/', import.meta.url);
/** What `npm run start:prod` starts. */
const BUNDLE = fileURLToPath(new URL('api/main.js', DIST));
/** What the bundle is made of, module by module. */
const MODULES = fileURLToPath(new URL('src/main.js', DIST));
const REPORT_LOOP_DELAY = new URL('preloads/report-loop-delay.mjs', import.meta.url);
const STARTS_WITHIN_MS = 60_000;
const REPORTS_WITHIN_MS = 5_000;

export interface LogLine {
  readonly message?: string;
  readonly [field: string]: unknown;
}

export interface ApiProcessOptions {
  /** Whether to measure the event loop delay, with a preload that production does not have. */
  readonly loopDelay?: boolean;
  /** Whether to start the modules instead of the bundle, so that a preload can replace a part of one. */
  readonly modules?: boolean;
  /** Another Node than the one that runs the tests, and its options. */
  readonly node?: { readonly binary: string; readonly options: readonly string[] };
}

const THIS_NODE = { binary: process.execPath, options: ['--enable-source-maps'] };

/** The API as in production: the bundle in its own process. */
export class ApiProcess {
  /** Everything it wrote to stdout and stderr, to check that something was not written. */
  output = '';
  readonly lines: LogLine[] = [];
  /** Output that is not a JSON log line; empty unless something is wrong. */
  readonly stray: string[] = [];

  private constructor(
    readonly url: string,
    private readonly child: ChildProcess,
    private readonly prism?: Prism,
  ) {}

  /**
   * Starts the API on a free port; resolves when it listens.
   * @throws with its output when it exits before that
   */
  static async start(
    environment: Readonly<Record<string, string>>,
    { loopDelay = false, modules = false, node = THIS_NODE }: ApiProcessOptions = {},
  ): Promise<ApiProcess> {
    const hooks = loopDelay ? [`--import=${REPORT_LOOP_DELAY.href}`] : [];
    const program = modules ? MODULES : BUNDLE;
    const child = spawn(node.binary, [...node.options, ...hooks, program], {
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

  /** Read from its log; it logs the URL before it listens. */
  get metricsUrl(): string {
    const url = /Metrics are at (http:\/\/[^"\s]+)/.exec(this.output)?.[1];
    if (url === undefined) throw new Error(`no metrics URL in:\n${this.output}`);
    return url;
  }

  get running(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  /**
   * Sends a signal; resolves with the exit code when the process has exited.
   * @throws with the contract violations that its Prism proxy, if any, has seen
   */
  async end(signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> {
    if (this.running) {
      const exited = once(this.child, 'exit');
      this.child.kill(signal);
      await exited;
    }
    const violations = await this.prism?.stop();
    if (violations?.length)
      throw new Error(`violations of openapi.yaml:\n${violations.join('\n')}`);
    return this.child.exitCode;
  }

  /** The 99th percentile of the event loop delay since the last call, in milliseconds. */
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
        // Not a log line, for example a stack trace.
        this.stray.push(text);
      }
    };
    listening.read.forEach(take);
    listening.onLine = take;
  }
}

/** Reads the output of a starting process until it logs its URL. */
class Listening {
  readonly read: string[] = [];
  onLine: (text: string) => void = (text) => void this.read.push(text);
  readonly url: Promise<string>;

  constructor(child: ChildProcess) {
    this.url = new Promise((resolve, reject) => {
      const fail = (reason: string): void => {
        clearTimeout(timer);
        reject(new Error(`${reason}:\n${this.read.join('\n')}`));
      };
      const timer = setTimeout(() => fail('the API did not start in time'), STARTS_WITHIN_MS);
      child.once('exit', (code) => fail(`the API exited with code ${code} before it listened`));
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
