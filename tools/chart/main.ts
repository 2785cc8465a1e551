// `npm run chart`: lints and renders the chart with Helm 3 and 4, and checks each object.
// `-- --docs` writes the table of values into helm/mfapi/README.md (with `--check` it only compares);
// `-- --fetch` only downloads Helm.
import { readFileSync } from 'node:fs';
import { runNode } from '../support/commands.js';
import { writeOrCheck } from '../support/generated-files.js';
import { JEST } from '../support/run-jest.js';
import { fetchHelms } from './helm-releases.js';
import { withValueTable } from './value-table.js';

const README = 'helm/mfapi/README.md';
const VALUES = 'helm/mfapi/values.yaml';

if (process.argv.includes('--docs')) {
  const text = withValueTable(readFileSync(README, 'utf8'), readFileSync(VALUES, 'utf8'));
  writeOrCheck({ [README]: text }, { source: VALUES, command: 'npm run chart -- --docs' });
} else {
  fetchHelms();
  if (!process.argv.includes('--fetch')) {
    process.exitCode = runNode([...JEST, '--verbose', 'test/chart']);
  }
}
