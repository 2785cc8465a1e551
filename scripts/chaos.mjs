// `npm run chaos [-- --seconds=N | --short]`: every fault of the provider, and of Redis,
// under load; writes docs/chaos.md and docs/redis-trouble.md.
import { argv } from 'node:process';
import { jest } from './jest.mjs';
import { build, ensureInstalled } from './ready.mjs';

const SECONDS = 30;
const SHORTEST = 1;
const short = argv.includes('--short');
const given = argv.find((argument) => argument.startsWith('--seconds='))?.split('=')[1];
const seconds = short ? SHORTEST : Number(given ?? SECONDS);
if (!(seconds >= SHORTEST)) {
  console.error(`chaos: ${given} is no number of seconds`);
  process.exit(1);
}

ensureInstalled();
build();
const suites = short ? ['test/chaos'] : ['test/chaos', 'test/redis-trouble'];
const documents = { CHAOS_DOCUMENT: 'docs/chaos.md', TROUBLE_DOCUMENT: 'docs/redis-trouble.md' };
process.exit(
  jest([...suites, '--selectProjects', 'whole', '--runInBand'], {
    CHAOS_SECONDS: String(seconds),
    ...(short ? {} : documents),
  }),
);
