// `npm run check`: everything about the code that can be told without running its tests.
import { bin, build, ensureInstalled, run } from './ready.mjs';

ensureInstalled();
const node = process.execPath;
const CHECKS = {
  format: [bin('prettier/bin/prettier.cjs'), '--check', '--log-level=warn', '.'],
  lint: [bin('oxlint/bin/oxlint'), '--type-aware', '--deny-warnings'],
  types: [bin('typescript/bin/tsc'), '--noEmit'],
  'import rules': [
    bin('dependency-cruiser/bin/dependency-cruise.mjs'),
    '--output-type=err',
    'src',
    'libs',
    'apps',
    'packages',
    'test',
  ],
  words: ['scripts/words.mjs'],
  'Kibana in step with its source': ['scripts/kibana.mjs', '--check'],
  'chart values in step with their table': ['scripts/chart-docs.mjs', '--check'],
};

const failed = Object.keys(CHECKS).filter((name) => {
  console.log(`— ${name}`);
  return run(node, CHECKS[name]) !== 0;
});

build();
console.log('— OpenAPI in step with the code');
if (run(node, ['scripts/openapi.mjs', '--check']) !== 0) failed.push('openapi');
console.log('— dashboards in step with the code');
if (run(node, ['scripts/dashboards.mjs', '--check']) !== 0) failed.push('dashboards');
const LINTERS = {
  spectral: [bin('@stoplight/spectral-cli/dist/index.js'), 'lint', '--fail-severity=hint'],
  redocly: [bin('@redocly/cli/bin/cli.js'), 'lint'],
};
for (const [name, command] of Object.entries(LINTERS)) {
  console.log(`— OpenAPI by ${name}`);
  if (run(node, [...command, 'openapi.yaml']) !== 0) failed.push(name);
}

console.log(failed.length === 0 ? 'check: all good' : `check: failed: ${failed.join(', ')}`);
process.exit(failed.length === 0 ? 0 : 1);
