import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { median } from '../report/quantile.js';
import { productionStart } from '../world/production.js';
import type { Usage } from './report-usage.js';

const DIST = new URL('../../../', import.meta.url);
const REPORT_USAGE = new URL('report-usage.js', import.meta.url);
const READY_WITHIN_MS = 60_000;

/** A program whose start is measured. */
export interface Starter {
  readonly name: string;
  /** The compiled program, path from `dist/`; logs `listening on <URL>`. */
  readonly file: string;
  readonly environment: Readonly<Record<string, string>>;
}

/** The medians of several starts. */
export interface StartCost extends Usage {
  readonly name: string;
}

/**
 * CPU time and memory from the start of a process until it listens. The programs start in turn, so that whatever
 * else the machine does meets each of them.
 * @param binary the Node that runs them
 * @throws when a program does not listen
 */
export async function startCosts(
  starters: readonly Starter[],
  rounds: number,
  binary: string,
): Promise<readonly StartCost[]> {
  const usages = starters.map((): Usage[] => []);
  for (let round = 0; round < rounds; round += 1) {
    for (const [i, starter] of starters.entries())
      usages[i]?.push(await startOnce(starter, binary));
  }
  return starters.map(({ name }, i) => ({
    name,
    cpuMs: medianOf(usages[i] ?? [], ({ cpuMs }) => cpuMs),
    rssMiB: medianOf(usages[i] ?? [], ({ rssMiB }) => rssMiB),
  }));
}

async function startOnce({ name, file, environment }: Starter, binary: string): Promise<Usage> {
  const child = fork(fileURLToPath(new URL(file, DIST)), {
    execPath: binary,
    execArgv: [...productionStart().flags, `--import=${REPORT_USAGE.href}`],
    env: { PATH: process.env['PATH'], NODE_ENV: 'production', PORT: '0', ...environment },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  try {
    const signal = AbortSignal.timeout(READY_WITHIN_MS);
    await listening(child.stdout, signal);
    const answered = once(child, 'message', { signal });
    child.send('usage?');
    const [usage] = (await answered) as [Usage];
    return usage;
  } catch (cause) {
    throw new Error(`${name} did not start.`, { cause });
  } finally {
    child.kill('SIGKILL');
  }
}

async function listening(output: Readable | null, signal: AbortSignal): Promise<void> {
  if (!output) throw new Error('The program has no output.');
  for await (const line of createInterface({ input: output, signal })) {
    if (line.includes('listening on http')) return;
  }
  throw new Error('The program ended before it listened.');
}

function medianOf(usages: readonly Usage[], of: (usage: Usage) => number): number {
  return median(usages.map(of));
}
