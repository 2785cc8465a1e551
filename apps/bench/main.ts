// `npm run bench`: measures the CPU cost of a request for the product and its peers in one run.
import { writeFile } from 'node:fs/promises';
import { Bench } from './bench.js';
import { document } from './report/document.js';

const ROUNDS = 7;
const REQUESTS_PER_ROUND = 15_000;
const DOCUMENT = new URL('../../../docs/bench.md', import.meta.url);

const bench = new Bench((line) => console.log(line));
try {
  const results = await bench.run(ROUNDS, REQUESTS_PER_ROUND);
  console.log(`\n${results.join('\n')}`);
  const text = document({ rounds: ROUNDS, requestsPerRound: REQUESTS_PER_ROUND, results });
  await writeFile(DOCUMENT, text);
  console.log('\nWritten to docs/bench.md');
} catch (error) {
  console.error('bench:', error);
  process.exitCode = 1;
} finally {
  bench.stop();
}
