// `npm run check`: all static checks of the code and its generated files.
import { runNode } from '../support/commands.js';
import { productWordsInLibs } from './product-words.js';

const COMMANDS: Readonly<Record<string, readonly string[]>> = {
  format: ['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.'],
  lint: ['node_modules/oxlint/bin/oxlint', '--type-aware', '--deny-warnings'],
  types: ['node_modules/typescript/bin/tsc', '--noEmit'],
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

const CHECKS: Readonly<Record<string, () => boolean>> = {
  ...Object.fromEntries(
    Object.entries(COMMANDS).map(([name, args]) => [name, () => runNode(args) === 0]),
  ),
  'no product words in libs': () => {
    const lines = productWordsInLibs();
    for (const line of lines) console.error(line);
    return lines.length === 0;
  },
};

const failed = Object.entries(CHECKS).filter(([name, passes]) => {
  console.log(`— ${name}`);
  return !passes();
});
if (failed.length > 0) process.exitCode = 1;
const names = failed.map(([name]) => name).join(', ');
console.log(names === '' ? 'check: all good' : `check: failed: ${names}`);
