import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { describe } from '@jest/globals';
import { freePort } from '../../../packages/local-server/free-port.js';
import { eventually } from '../eventually.js';

const at = (path: string): string => fileURLToPath(new URL(`../../../${path}`, import.meta.url));

/** The one that `npm run prism` fetched, else the one on the PATH. */
const FETCHED = at('node_modules/.cache/prism/node_modules/.bin/prism');
const PRISM = existsSync(FETCHED) ? FETCHED : 'prism';
const STARTS_WITHIN_MS = 30_000;

/** Without a Prism these suites are named as skipped. */
export const describeWithPrism =
  spawnSync(PRISM, ['--version']).status === 0 ? describe : describe.skip;

interface Violation {
  readonly location: readonly string[];
  readonly message: string;
}

/** A proxy before an API that holds each answer against `openapi.yaml`. */
export class Prism {
  private readonly violations: string[] = [];

  private constructor(
    readonly url: string,
    private readonly child: ChildProcess,
  ) {}

  static async start(apiUrl: string): Promise<Prism> {
    const port = await freePort(0);
    const words = ['proxy', at('openapi.yaml'), apiUrl, '--port', String(port)];
    const child = spawn(PRISM, words, { stdio: ['ignore', 'pipe', 'inherit'] });
    const prism = new Prism(`http://127.0.0.1:${port}`, child);
    createInterface(child.stdout).on('line', (line) => {
      const violation = /Violation: (response\b.*)/.exec(line)?.[1];
      if (violation) prism.violations.push(violation);
    });
    await eventually(async () => (await fetch(prism.url)).status > 0, STARTS_WITHIN_MS);
    return prism;
  }

  /** Ends it; what was not as documented in all the answers it let through. */
  async stop(): Promise<readonly string[]> {
    if (this.child.exitCode === null && this.child.signalCode === null) {
      const ended = once(this.child, 'close');
      this.child.kill();
      await ended;
    }
    return this.violations;
  }
}

/** What is not as the document says about an answer that came through Prism; the request may be. */
export function violationsIn({ headers }: Response): string[] {
  const violations = JSON.parse(headers.get('sl-violations') ?? '[]') as Violation[];
  return violations
    .filter(({ location: [of] }) => of === 'response')
    .map(({ location, message }) => `${location.join('.')}: ${message}`);
}
