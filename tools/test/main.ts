// `npm test [-- jest arguments]`: the suites, with the counts in the last line; `--full` adds the long ones.
import { runJest } from '../support/run-jest.js';

const words = process.argv.slice(2);
const full = words.includes('--full');
process.exitCode = runJest(
  words.filter((word) => word !== '--full'),
  full ? { TEST_FULL: '1' } : {},
);
