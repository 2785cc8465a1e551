// `npm run check`: all static checks of the code and its generated files.
import { availableParallelism } from 'node:os';
import { runNodeBeside, type Outcome } from '../support/commands.js';
import { productWordsInLibs } from './product-words.js';

/** The longest first, so that none is left to run alone. */
const COMMANDS: Readonly<Record<string, readonly string[]>> = {
  types: ['node_modules/typescript/bin/tsc', '--noEmit'],
  format: ['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.'],
  lint: ['node_modules/oxlint/bin/oxlint', '--type-aware', '--deny-warnings'],
  'import rules': [
    'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
    '--output-type=err',
    'src',
    'libs',
    'apps',
    'packages',
    'tools',
    'test',
  ],
  'Kibana objects in step with their source': ['dist/tools/kibana/main.js', '--check'],
  'chart values in step with their table': ['dist/tools/chart/main.js', '--docs', '--check'],
  'OpenAPI in step with the code': ['dist/tools/openapi/main.js', '--check'],
  'dashboards in step with the code': ['dist/tools/dashboards/main.js', '--check'],
  'OpenAPI by Spectral': [
    'node_modules/@stoplight/spectral-cli/dist/index.js',
    'lint',
    '--fail-severity=hint',
    'openapi.yaml',
  ],
  'OpenAPI by Redocly': ['node_modules/@redocly/cli/bin/cli.js', 'lint', 'openapi.yaml'],
};

const CHECKS: Readonly<Record<string, () => Promise<Outcome>>> = {
  ...Object.fromEntries(
    Object.entries(COMMANDS).map(([name, args]) => [name, () => runNodeBeside(args)]),
  ),
  'no product words in libs': async () => {
    const lines = productWordsInLibs();
    return { status: lines.length === 0 ? 0 : 1, output: lines.join('\n') };
  },
};

const failed: string[] = [];
const waiting = Object.entries(CHECKS).values();

/** Runs one check after the other; every check is taken by one worker. */
async function work(): Promise<void> {
  for (const [name, check] of waiting) {
    const { status, output } = await check();
    console.log(`— ${name}`);
    if (output.trim() !== '') console.log(output.trim());
    if (status !== 0) failed.push(name);
  }
}

await Promise.all(Array.from({ length: availableParallelism() }, work));
if (failed.length > 0) process.exitCode = 1;
console.log(failed.length === 0 ? 'check: all good' : `check: failed: ${failed.join(', ')}`);
