// `npm run prism`: whether the API answers as openapi.yaml says, before the eyes of a validating proxy.
// `-- --fetch` only gets the proxy: it wants a newer Node than the product, and so is no dependency.
import { existsSync, mkdirSync } from 'node:fs';
import { jest } from './jest.mjs';
import { build, ensureInstalled, npm, runOrExit } from './ready.mjs';

const PRISM = '@stoplight/prism-cli@5.16.0';
const folder = new URL('../node_modules/.cache/prism/', import.meta.url).pathname;

ensureInstalled();
if (!existsSync(`${folder}node_modules/.bin/prism`)) {
  console.log(`Fetching ${PRISM} (once) …`);
  mkdirSync(folder, { recursive: true });
  const quietly = ['--no-save', '--no-package-lock', '--ignore-scripts', '--no-audit', '--no-fund'];
  runOrExit(npm, ['install', '--prefix', folder, ...quietly, PRISM]);
}
if (process.argv.includes('--fetch')) process.exit(0);
build();
process.exit(jest(['test/prism', '--selectProjects', 'whole']));
