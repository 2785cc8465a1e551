import { spawn } from 'node:child_process';

export interface CheckResult {
  readonly passed: boolean;
  /** What the check printed. */
  readonly output: string;
}

export type Check = () => Promise<CheckResult>;

/** A check that runs a JavaScript program with this Node; it passes with exit code 0. */
export function programCheck(args: readonly string[]): Check {
  return () =>
    new Promise((resolve) => {
      const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
      let output = '';
      const take = (chunk: Buffer): void => void (output += chunk.toString());
      child.stdout.on('data', take);
      child.stderr.on('data', take);
      child.once('error', ({ message }) => resolve({ passed: false, output: message }));
      child.once('close', (code) => resolve({ passed: code === 0, output }));
    });
}

/** A check that finds problems, one per line. */
export function problemCheck(find: () => readonly string[]): Check {
  return () => {
    const problems = find();
    return Promise.resolve({ passed: problems.length === 0, output: problems.join('\n') });
  };
}

/**
 * Runs checks, `concurrency` at a time, in their order. Each prints its name, its time and its output when it is done,
 * so that outputs do not mix.
 * @returns the names of those that failed
 */
export async function runChecks(
  checks: Readonly<Record<string, Check>>,
  concurrency: number,
  print: (text: string) => void,
): Promise<string[]> {
  const waiting = Object.entries(checks);
  const failed: string[] = [];
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [name, check] = next;
      const startedMs = performance.now();
      const { passed, output } = await check();
      print(`— ${name} (${((performance.now() - startedMs) / 1_000).toFixed(1)} s)`);
      if (output.trim() !== '') print(output.trimEnd());
      if (!passed) failed.push(name);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, work));
  return failed;
}
