import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { freePort } from '../../../packages/local-server/free-port.js';
import { eventually } from '../eventually.js';

const at = (path: string): string => fileURLToPath(new URL(`../../../${path}`, import.meta.url));

/** The Prism fetched by `npm run prism`, else the one on the PATH. */
const FETCHED = at('node_modules/.cache/prism/node_modules/.bin/prism');
export const PRISM = existsSync(FETCHED) ? FETCHED : 'prism';
const STARTS_WITHIN_MS = 30_000;

interface Violation {
  readonly location: readonly string[];
  readonly message: string;
}

/** A proxy in front of an API that validates each response against `openapi.yaml`. */
export class Prism {
  private readonly violations: string[] = [];

  private constructor(
    readonly url: string,
    private readonly child: ChildProcess,
  ) {}

  static async start(apiUrl: string): Promise<Prism> {
    const port = await freePort(0);
    const args = ['proxy', at('openapi.yaml'), apiUrl, '--port', String(port)];
    const child = spawn(PRISM, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    const prism = new Prism(`http://127.0.0.1:${port}`, child);
    createInterface(child.stdout).on('line', (line) => {
      const violation = /Violation: (response\b.*)/.exec(line)?.[1];
      if (violation) prism.violations.push(violation);
    });
    await eventually(async () => (await fetch(prism.url)).status > 0, STARTS_WITHIN_MS);
    return prism;
  }

  /** Stops the proxy. @returns the contract violations in all responses it passed on */
  async stop(): Promise<readonly string[]> {
    if (this.child.exitCode === null && this.child.signalCode === null) {
      const ended = once(this.child, 'close');
      this.child.kill();
      await ended;
    }
    return this.violations;
  }
}

/** The contract violations of a response that came through Prism; those of the request are ignored. */
export function violationsIn({ headers }: Response): string[] {
  const violations = JSON.parse(headers.get('sl-violations') ?? '[]') as Violation[];
  return violations
    .filter(({ location: [of] }) => of === 'response')
    .map(({ location, message }) => `${location.join('.')}: ${message}`);
}
