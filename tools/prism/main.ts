// `npm run prism`: validates responses against openapi.yaml, by whole-process tests with a validating proxy in front
// of every process. `-- --fetch` only installs the proxy.
import { existsSync } from 'node:fs';
import { installPackages } from '../support/cached-packages.js';
import { runJest } from '../support/run-jest.js';

/** Needs a newer Node than the product, so it is not a dependency. */
const PRISM = '@stoplight/prism-cli@5.16.0';
const FOLDER = 'node_modules/.cache/prism';
/**
 * The suites that send requests as watches do. Others send what a proxy does not pass on (malformed HTTP, two
 * tokens), ask for CBOR, which Prism cannot validate, or measure milliseconds.
 */
const SUITES = ['golden/clock-changes', 'http-caching', 'prism', 'smoke', 'weather', 'wrong-types'];

if (!existsSync(`${FOLDER}/node_modules/.bin/prism`)) installPackages(FOLDER, [PRISM]);
if (!process.argv.includes('--fetch')) {
  const suites = SUITES.map((name) => `test/${name}.spec.ts`);
  process.exitCode = runJest([...suites, '--selectProjects', 'whole'], { BEHIND_PRISM: '1' });
}
