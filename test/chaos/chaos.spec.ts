import { writeFile } from 'node:fs/promises';
import { afterAll, expect, it } from '@jest/globals';
import { describeWithRedis } from '../support/redis-server.js';
import { complaintsOf } from './complaints.js';
import { paceOf } from './pace.js';
import { FALLBACK_KEY, type Region } from './region/region.js';
import { Regions } from './region/regions.js';
import { document, head, row } from './report.js';
import { runTrial } from './trial-run.js';
import { TRIALS, type Trial } from './trials.js';

const pace = paceOf(process.env);
const { CHAOS_DOCUMENT: documentPath } = process.env;
const isWholeRun = pace.faultSeconds !== undefined;
/** At the end those after which pods are started anew, which takes the others' time. */
const TRIALS_OF_RUN = [
  ...TRIALS.filter(({ recovers }) => recovers === 'soon'),
  ...TRIALS.filter(({ recovers }) => recovers !== 'soon'),
].filter(({ isTypical }) => isWholeRun || isTypical);
/** A test's time includes those before it. */
const WHOLE_RUN_WITHIN_MS = 3_600_000;
const REGIONS = 2;

const regions = new Regions(REGIONS);
const rows = new Map<Trial, string>();

afterAll(async () => {
  await regions.stop();
  if (!documentPath) return;
  const inOrder = TRIALS.flatMap((trial) => rows.get(trial) ?? []);
  await writeFile(documentPath, document(pace, inOrder));
});

describeWithRedis('while the provider fails (needs redis-server)', () => {
  if (isWholeRun) print(...head());

  it.concurrent.each(TRIALS_OF_RUN.map((trial) => [trial.title, trial] as const))(
    'every watch is answered: %s',
    async (_title, trial) => {
      const complaints = await regions.with(async ({ region, watches }) => {
        const codes = region.isWorn ? await region.renew() : [];
        const crashes = codes.filter((code) => code !== 0);
        const outcome = await runTrial(trial, region, watches, pace);
        region.isWorn = outcome.wellAgainMs === undefined;
        rows.set(trial, row(outcome));
        if (isWholeRun) print(row(outcome));
        return [
          ...complaintsOf(outcome, secretsOf(region)),
          ...crashes.map((code) => `a pod of the trial before ended with ${code}`),
        ];
      });
      expect(complaints).toEqual([]);
    },
    WHOLE_RUN_WITHIN_MS,
  );
});

function secretsOf({ world }: Region): string[] {
  return [world.simulator.settings.key, world.token, FALLBACK_KEY];
}

/** As the trials go on, past Jest, which shows nothing of a file before its end. */
function print(...lines: readonly string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`);
}
