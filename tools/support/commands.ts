import { spawnSync } from 'node:child_process';

/** npm's command on this platform. */
export const NPM = process.platform === 'win32' ? 'npm.cmd' : 'npm';

/**
 * Runs a command and shows its output.
 * @returns its exit code; 1 when it did not start or a signal ended it
 */
export function run(
  command: string,
  words: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): number {
  const { status, error } = spawnSync(command, words, {
    stdio: 'inherit',
    env: { ...process.env, ...environment },
    shell: process.platform === 'win32',
  });
  if (error) console.error(`${command}: ${error.message}`);
  return status ?? 1;
}

/** Ends this process with the command's exit code when that is not 0. */
export function runOrExit(command: string, words: readonly string[]): void {
  const status = run(command, words);
  if (status !== 0) process.exit(status);
}

/** A JavaScript program with its arguments, run by this Node. @returns its exit code */
export function runNode(
  words: readonly string[],
  environment?: Readonly<Record<string, string>>,
): number {
  return run(process.execPath, words, environment);
}
