// `npm test [-- jest arguments]`: the suites, with the counts in the last line; `--full` adds the long ones.
import { runJest } from '../support/run-jest.js';

const args = process.argv.slice(2);
const full = args.includes('--full');
process.exitCode = runJest(
  args.filter((word) => word !== '--full'),
  full ? { TEST_FULL: '1' } : {},
);
