import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { freePort } from '../../../packages/local-server/free-port.js';
import { PrometheusClient } from './prometheus-client.js';

const READY = 'Server is ready to receive web requests';

/** A process to scrape, and the labels that a ServiceMonitor would give its metrics. */
export interface ScrapeTarget {
  /** Where its metrics are. */
  readonly url: string;
  readonly labels: Readonly<Record<string, string>>;
}

export interface PrometheusServerOptions {
  readonly job: string;
  readonly targets: readonly ScrapeTarget[];
  readonly everySeconds: number;
  readonly ruleFiles?: readonly string[];
  /** Another free port when this one is taken. */
  readonly port?: number;
}

/** A temporary Prometheus from the PATH; its data is deleted when it stops. */
export class PrometheusServer {
  private constructor(
    readonly url: string,
    private readonly child: ChildProcess,
    private readonly folder: string,
  ) {}

  static isInstalled(): boolean {
    return spawnSync('prometheus', ['--version']).status === 0;
  }

  /**
   * Resolves when it is ready.
   * @throws Error with its output when it exits before that
   */
  static async start(options: PrometheusServerOptions): Promise<PrometheusServer> {
    const folder = mkdtempSync(join(tmpdir(), 'mfapi-prometheus-'));
    const port = await freePort(options.port ?? 0);
    const config = join(folder, 'prometheus.yml');
    // JSON is valid YAML.
    writeFileSync(config, JSON.stringify(configOf(options)));
    const child = spawn(
      'prometheus',
      [
        `--config.file=${config}`,
        `--storage.tsdb.path=${join(folder, 'data')}`,
        `--web.listen-address=127.0.0.1:${port}`,
      ],
      // Ctrl-C reaches the whole process group of a terminal; the owner calls `stop` instead.
      { stdio: ['ignore', 'ignore', 'pipe'], detached: true },
    );
    const server = new PrometheusServer(`http://127.0.0.1:${port}`, child, folder);
    await server.ready();
    return server;
  }

  get client(): PrometheusClient {
    return new PrometheusClient(this.url);
  }

  async stop(): Promise<void> {
    if (this.child.exitCode === null && this.child.signalCode === null) {
      const exited = once(this.child, 'exit');
      this.child.kill('SIGTERM');
      await exited;
    }
    rmSync(this.folder, { recursive: true });
  }

  private async ready(): Promise<void> {
    const output: string[] = [];
    const { stderr } = this.child;
    if (!stderr) return;
    for await (const line of createInterface(stderr)) {
      output.push(line);
      if (!line.includes(READY)) continue;
      // Otherwise the pipe fills.
      stderr.resume();
      return;
    }
    await this.stop();
    throw new Error(`Prometheus ended:\n${output.join('\n')}`);
  }
}

function configOf({ job, targets, everySeconds, ruleFiles = [] }: PrometheusServerOptions) {
  const every = `${everySeconds}s`;
  return {
    global: { scrape_interval: every, scrape_timeout: every, evaluation_interval: every },
    rule_files: ruleFiles,
    scrape_configs: [
      {
        job_name: job,
        static_configs: targets.map(({ url, labels }) => ({
          targets: [new URL(url).host],
          labels,
        })),
      },
    ],
  };
}
