import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe } from '@jest/globals';
import { freePort } from '../../apps/demo/free-port.js';
import { eventually } from './eventually.js';

const at = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

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
  private constructor(
    readonly url: string,
    private readonly child: ChildProcess,
  ) {}

  static async start(apiUrl: string): Promise<Prism> {
    const port = await freePort(0);
    const words = ['proxy', at('openapi.yaml'), apiUrl, '--port', String(port)];
    const child = spawn(PRISM, words, { stdio: ['ignore', 'ignore', 'inherit'] });
    const prism = new Prism(`http://127.0.0.1:${port}`, child);
    await eventually(async () => (await fetch(prism.url)).status > 0, STARTS_WITHIN_MS);
    return prism;
  }

  async stop(): Promise<void> {
    const ended = once(this.child, 'exit');
    this.child.kill();
    await ended;
  }
}

/** What is not as the document says about an answer that came through Prism; the request may be. */
export function violationsIn({ headers }: Response): string[] {
  const violations = JSON.parse(headers.get('sl-violations') ?? '[]') as Violation[];
  return violations
    .filter(({ location: [of] }) => of === 'response')
    .map(({ location, message }) => `${location.join('.')}: ${message}`);
}
