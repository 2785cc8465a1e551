import { mkdirSync } from 'node:fs';
import { NPM, runOrExit } from './commands.js';

const QUIET = ['--no-save', '--no-package-lock', '--ignore-scripts', '--no-audit', '--no-fund'];

/**
 * Installs packages into a folder of their own: tools of single suites, which the product and its other tests do
 * without. Ends this process when npm fails.
 */
export function installPackages(folder: string, packages: readonly string[]): void {
  console.log(`Fetching ${packages.join(', ')} (once) …`);
  mkdirSync(folder, { recursive: true });
  runOrExit(NPM, ['install', '--prefix', folder, ...QUIET, '--loglevel=error', ...packages]);
}
