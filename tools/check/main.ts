// `npm run check`: all static checks of the code, its generated files and its packages.
import { availableParallelism } from 'node:os';
import { installScriptProblems } from './install-scripts.js';
import { brokenLinks } from './links/repository-links.js';
import { licenceProblems } from './licences.js';
import { DOCS_LOCK_FILE, lockedPackages } from './lock-file.js';
import { productWordsInLibs } from './product-words.js';
import { problemCheck, programCheck, runChecks, type Check } from './run-checks.js';

/** The longest first. */
const PROGRAMS: Readonly<Record<string, readonly string[]>> = {
  types: ['node_modules/typescript/bin/tsc', '--noEmit'],
  'lint, with security rules': [
    'node_modules/oxlint/bin/oxlint',
    '--type-aware',
    '--deny-warnings',
  ],
  format: ['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.'],
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
  'no secrets in files': [
    'node_modules/secretlint/bin/secretlint.js',
    '--secretlintignore=.gitignore',
    '**/*',
  ],
  'list of production packages (CycloneDX, dist/sbom.cdx.json)': [
    'node_modules/@cyclonedx/cyclonedx-npm/bin/cyclonedx-npm-cli.js',
    '--omit=dev',
    '--package-lock-only',
    // npm rejects a peer range inside @sentry/node that the list does not depend on.
    '--ignore-npm-errors',
    '--output-reproducible',
    '--output-file=dist/sbom.cdx.json',
  ],
  'Kibana objects in step with their source': ['dist/tools/kibana/main.js', '--check'],
  'chart values in step with their table': ['dist/tools/chart/main.js', '--docs', '--check'],
  'OpenAPI in step with the code': ['dist/tools/openapi/main.js', '--check'],
  'README in step with the measured figures': ['dist/tools/readme/main.js', '--check'],
  'icons in step with their drawings': ['dist/tools/icons/main.js', '--check'],
  'service level objectives in step with their table': ['dist/tools/slo/main.js', '--check'],
  'figures of docs/capacity.md in step with the stored plans': [
    'dist/apps/fleet/main.js',
    'report',
    '--check',
  ],
  'pictures in step with their drawings': ['dist/tools/pictures/main.js', '--check'],
  'dashboards in step with the code': ['dist/tools/dashboards/main.js', '--check'],
  'OpenAPI by Spectral': [
    'node_modules/@stoplight/spectral-cli/dist/index.js',
    'lint',
    '--fail-severity=hint',
    'openapi.yaml',
  ],
  'OpenAPI by Redocly': ['node_modules/@redocly/cli/bin/cli.js', 'lint', 'openapi.yaml'],
};

const CHECKS: Readonly<Record<string, Check>> = {
  ...Object.fromEntries(Object.entries(PROGRAMS).map(([name, args]) => [name, programCheck(args)])),
  'links between documents': problemCheck(brokenLinks),
  'no product words in libs': problemCheck(productWordsInLibs),
  'licences of production packages': problemCheck(() => licenceProblems(lockedPackages())),
  'licences of the packages of the documentation': problemCheck(() =>
    licenceProblems(lockedPackages(DOCS_LOCK_FILE).map((found) => ({ ...found, dev: false }))),
  ),
  'install scripts': problemCheck(() =>
    installScriptProblems([...lockedPackages(), ...lockedPackages(DOCS_LOCK_FILE)]),
  ),
};

const failed = await runChecks(CHECKS, availableParallelism(), (text) => console.log(text));
if (failed.length > 0) process.exitCode = 1;
console.log(failed.length === 0 ? 'check: all good' : `check: failed: ${failed.join(', ')}`);
