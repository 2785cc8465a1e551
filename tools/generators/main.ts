// `npm run generators`: generates clients and a Postman collection from openapi.yaml and runs them against the API.
// `-- --fetch` only installs the generators.
import { existsSync } from 'node:fs';
import { installPackages } from '../support/cached-packages.js';
import { runJest } from '../support/run-jest.js';

const FOLDER = 'node_modules/.cache/generators';
/**
 * Most need a newer Node than the product, one is no longer developed, and together they have 400 dependencies, so they
 * are not dependencies. With TypeScript, because some take any version, even one without an API.
 */
const PACKAGES = [
  '@hey-api/openapi-ts@0.99.0',
  'swagger-typescript-api@13.13.0',
  'orval@8.38.0',
  'openapi-typescript-codegen@0.31.0',
  'openapi-to-postmanv2@6.3.3',
  'newman@6.2.2',
  'typescript@6.0.3',
];
const SUITES = ['generated-clients', 'postman-collection'];

if (!existsSync(`${FOLDER}/node_modules/.bin/newman`)) installPackages(FOLDER, PACKAGES);
if (!process.argv.includes('--fetch')) {
  const suites = SUITES.map((name) => `test/${name}.spec.ts`);
  process.exitCode = runJest([...suites, '--selectProjects', 'whole']);
}
