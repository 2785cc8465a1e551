// `npm run bench`: measures what requests of a fleet cost the product and its peers in one run.
// `-- --quick` takes about a minute and writes nothing; `-- --check` sets exit code 1 when a limit is missed;
// `-- --soak` observes memory and event loop under steady load; `-- --scale` compares one, two and four pods;
// `-- --fetch` downloads Node 24.
import { writeFile } from 'node:fs/promises';
import { Bench } from './bench.js';
import { parseOptions, type Options } from './options.js';
import { document } from './report/document.js';
import { missedLimits } from './report/limit-table.js';
import type { Results } from './report/results.js';
import { sections } from './report/sections.js';
import { FULL, QUICK } from './sizes.js';
import { runScale } from './scale/run-scale.js';
import { runSoak } from './soak/run-soak.js';
import { fetchNode24, nodeVersions } from './world/node-versions.js';
import { Stage } from './world/stage.js';

const DOCUMENT = new URL('../../../docs/bench.md', import.meta.url);
const NODE_24_MISSING =
  'Node 24: not run; `npm run bench -- --fetch` downloads it, and `--quick` leaves it out.';

const print = (line: string): void => console.log(line);
try {
  const options = parseOptions(process.argv.slice(2));
  const missed = await run(options);
  for (const name of missed) print(`MISSED: ${name}`);
  if (options.check && missed.length > 0) process.exitCode = 1;
} catch (error) {
  console.error('bench:', error);
  process.exitCode = 1;
}

/** @returns the limits that are missed */
async function run(options: Options): Promise<readonly string[]> {
  if (options.fetch) {
    print('Fetching Node 24 …');
    fetchNode24();
    return [];
  }
  const stage = await Stage.start(options.quick ? QUICK : FULL, print);
  try {
    if (options.soak) return await runSoak(stage, options, print);
    return await (options.scale ? runScale(stage, options, print) : compare(stage, options));
  } finally {
    await stage.stop();
  }
}

async function compare(stage: Stage, { quick }: Options): Promise<readonly string[]> {
  const sizes = quick ? QUICK : FULL;
  const [own, ...others] = nodeVersions();
  const all: Results[] = [];
  for (const node of own ? [own, ...(quick ? [] : others)] : []) {
    const bench = new Bench(node, sizes, stage.fleet, stage.equipment, print);
    all.push(await bench.run(stage.surroundings));
  }
  const ranNode24 = all.some(({ node }) => node.startsWith('24.'));
  const lines = [
    ...all.flatMap((results) => [...sections(results), '']),
    ...(ranNode24 ? [] : [NODE_24_MISSING, '']),
  ];
  print(`\n${lines.join('\n')}`);
  if (!quick) {
    await writeFile(DOCUMENT, document(sizes, lines));
    print('Written to docs/bench.md');
  }
  return all.flatMap((results) =>
    missedLimits(results).map((name) => `Node ${results.node}, ${name}`),
  );
}
