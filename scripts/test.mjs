// `npm test [-- jest arguments]`: installs, builds, runs the suites, ends with the counts.
import { jest } from './jest.mjs';
import { build, ensureInstalled } from './ready.mjs';

const { argv } = process;
const full = argv.includes('--full');
const jestArguments = argv.slice(2).filter((argument) => argument !== '--full');

ensureInstalled();
build();
process.exit(jest(jestArguments, full ? { TEST_FULL: '1' } : {}));
