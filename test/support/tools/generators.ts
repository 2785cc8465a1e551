import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describeWith } from './describe-with.js';

const at = (path: string): string => fileURLToPath(new URL(`../../../${path}`, import.meta.url));

const FETCHED = at('node_modules/.cache/generators/node_modules/.bin/');
export const DOCUMENT = at('openapi.yaml');

/** Uses the programs fetched by `npm run generators`; without them these suites are reported as skipped. */
export const describeWithGenerators = describeWith({
  name: 'generators',
  isInstalled: existsSync(`${FETCHED}newman`),
});

const run = promisify(execFile);

/** Runs one of the fetched programs, while the servers of the test answer. Rejects with its output when it fails. */
export async function runFetched(program: string, args: readonly string[]): Promise<void> {
  await run(FETCHED + program, args);
}

/** Compiles a project with the TypeScript of this repository. Rejects with the errors. */
export async function compile(folder: string): Promise<void> {
  await run(process.execPath, [at('node_modules/typescript/bin/tsc'), '--project', folder]);
}
