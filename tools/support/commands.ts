import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';

/** npm's command on this platform. */
export const NPM = process.platform === 'win32' ? 'npm.cmd' : 'npm';

/**
 * Runs a command and shows its output.
 * @returns its exit code; 1 when it did not start or a signal ended it
 */
export function run(
  command: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): number {
  const { status, error } = spawnSync(command, args, {
    stdio: 'inherit',
    env: { ...process.env, ...environment },
    shell: process.platform === 'win32',
  });
  if (error) console.error(`${command}: ${error.message}`);
  return status ?? 1;
}

/** Ends this process with the command's exit code when that is not 0. */
export function runOrExit(command: string, args: readonly string[]): void {
  const status = run(command, args);
  if (status !== 0) process.exit(status);
}

/** Runs a JavaScript program with this Node. @returns its exit code */
export function runNode(
  args: readonly string[],
  environment?: Readonly<Record<string, string>>,
): number {
  return run(process.execPath, args, environment);
}

/** What a program wrote to stdout and stderr, and its exit code; 1 when a signal ended it. */
export interface Outcome {
  readonly status: number;
  readonly output: string;
}

/** Runs a JavaScript program with this Node while others run, so its output is returned and not shown. */
export async function runNodeBeside(args: readonly string[]): Promise<Outcome> {
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  }
  const [status] = (await once(child, 'close')) as [number | null];
  return { status: status ?? 1, output };
}
