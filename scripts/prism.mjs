// `npm run prism`: whether the API answers as openapi.yaml says, in whole-process tests with a validating
// proxy before every process.
// `-- --fetch` only gets the proxy: it wants a newer Node than the product, and so is no dependency.
import { existsSync, mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { jest } from './jest.mjs';
import { build, ensureInstalled, npm, runOrExit } from './ready.mjs';

const PRISM = '@stoplight/prism-cli@5.16.0';
const folder = fileURLToPath(new URL('../node_modules/.cache/prism/', import.meta.url));

ensureInstalled();
if (!existsSync(`${folder}node_modules/.bin/prism`)) {
  console.log(`Fetching ${PRISM} (once) …`);
  mkdirSync(folder, { recursive: true });
  const quietly = ['--no-save', '--no-package-lock', '--ignore-scripts', '--no-audit', '--no-fund'];
  runOrExit(npm, ['install', '--prefix', folder, ...quietly, PRISM]);
}
if (process.argv.includes('--fetch')) process.exit(0);
build();

// The suites that ask as watches do. Others send what no proxy passes on (broken HTTP, two tokens), ask
// for CBOR, which Prism cannot judge, or count milliseconds.
const SUITES = [
  'golden/clock-changes',
  'http-caching',
  'miss-limit',
  'prism',
  'smoke',
  'swagger',
  'weather',
  'wrong-types',
];
const suites = SUITES.map((name) => `test/${name}.spec.ts`);
process.exit(jest([...suites, '--selectProjects', 'whole'], { BEHIND_PRISM: '1' }));
