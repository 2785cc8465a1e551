// `npm run flood`: sends more to one pod than it should have to serve, and writes docs/floods.md.
// `-- --share=0.05` sends a part and writes nothing; `-- --json` prints the results as JSON only; `-- --check` sets exit
// code 1 when a limit is missed.
import { writeFile } from 'node:fs/promises';
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { floodDocument } from './flood-document.js';
import { missedLimits } from './flood-result.js';
import { floodTable } from './flood-table.js';
import { runFloods } from './run-floods.js';

const DOCUMENT = new URL('../../../../docs/floods.md', import.meta.url);

const { values } = parseArgs({
  options: {
    share: { type: 'string', default: '1' },
    json: { type: 'boolean', default: false },
    check: { type: 'boolean', default: false },
  },
});
const share = Number(values.share);
if (share > 0 && share <= 1) await run();
else {
  console.error(`flood: --share=${values.share} is not above 0 and at most 1`);
  process.exitCode = 1;
}

async function run(): Promise<void> {
  const [loadBefore = NaN] = loadavg();
  const results = await runFloods(share, (line) => console.error(line));
  const missed = results.flatMap(missedLimits);
  if (values.json) {
    console.log(JSON.stringify(results));
    return;
  }
  console.log(floodTable(results).join('\n'));
  for (const line of missed) console.log(`MISSED: ${line}`);
  if (share === 1) {
    await writeFile(DOCUMENT, floodDocument(results, missed, loadBefore));
    console.log('Written to docs/floods.md');
  }
  if (values.check && missed.length > 0) process.exitCode = 1;
}
