// `npm run chaos [-- --seconds=N | --short]`: every fault of the provider under load; writes docs/chaos.md.
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
process.exit(
  jest(['test/chaos', '--selectProjects', 'whole', '--runInBand'], {
    CHAOS_SECONDS: String(seconds),
    ...(short ? {} : { CHAOS_DOCUMENT: 'docs/chaos.md' }),
  }),
);
