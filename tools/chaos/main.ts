// `npm run chaos [-- --seconds=N | --short]`: plays every fault of the provider, and of Redis, under load;
// writes docs/chaos.md and docs/redis-trouble.md. `-- --hour` plays an hour with two faults in real time instead, and writes
// docs/bad-hour.json, from which `npm run pictures` draws.
import { parseArgs } from 'node:util';
import { runJest } from '../support/run-jest.js';

const SHORTEST_SECONDS = 1;
const DOCUMENTS = { CHAOS_DOCUMENT: 'docs/chaos.md', TROUBLE_DOCUMENT: 'docs/redis-trouble.md' };

const { values } = parseArgs({
  options: {
    /** Duration of each fault. */
    seconds: { type: 'string', default: '30' },
    /** The provider's faults only, and no documents. */
    short: { type: 'boolean', default: false },
    hour: { type: 'boolean', default: false },
  },
});
const seconds = values.short ? SHORTEST_SECONDS : Number(values.seconds);
if (values.hour) {
  process.exitCode = runJest(['test/chaos/bad-hour', '--selectProjects', 'whole'], {
    CHAOS_HOUR: 'docs/bad-hour.json',
  });
} else if (seconds >= SHORTEST_SECONDS) {
  const suites = values.short ? ['test/chaos'] : ['test/chaos', 'test/redis-trouble'];
  process.exitCode = runJest([...suites, '--selectProjects', 'whole', '--runInBand'], {
    CHAOS_SECONDS: String(seconds),
    ...(values.short ? {} : DOCUMENTS),
  });
} else {
  console.error(`chaos: --seconds=${values.seconds} is not a number of seconds`);
  process.exitCode = 1;
}
