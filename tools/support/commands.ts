import { spawnSync } from 'node:child_process';

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
