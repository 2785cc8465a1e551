import { writeFile } from 'node:fs/promises';
import { afterAll, expect, it } from '@jest/globals';
import { describeWithRedis } from '../support/redis-server.js';
import { violationsOf } from './violations.js';
import { trialTimingFrom } from './trial-timing.js';
import { FALLBACK_KEY, type ChaosRegion } from './region/chaos-region.js';
import { RegionPool } from './region/region-pool.js';
import { document, head, row } from './report.js';
import { runTrial } from './trial-run.js';
import { TRIALS, type Trial } from './trials.js';

const timing = trialTimingFrom(process.env);
const { CHAOS_DOCUMENT: documentPath } = process.env;
const isFullRun = timing.faultSeconds !== undefined;
/** Trials after which pods are restarted come last, because restarts slow the others down. */
const TRIALS_OF_RUN = [
  ...TRIALS.filter(({ recovery }) => recovery === 'soon'),
  ...TRIALS.filter(({ recovery }) => recovery !== 'soon'),
].filter(({ isTypical }) => isFullRun || isTypical);
/** Concurrent tests wait for a free region, so the time of a test includes those before it. */
const FULL_RUN_WITHIN_MS = 3_600_000;
/** Trials mostly wait. What is written down is measured with fewer of them at once. */
const REGIONS = documentPath ? 2 : 3;

const regions = new RegionPool(REGIONS);
const rows = new Map<Trial, string>();

afterAll(async () => {
  await regions.stop();
  if (!documentPath) return;
  const inOrder = TRIALS.flatMap((trial) => rows.get(trial) ?? []);
  await writeFile(documentPath, document(timing, inOrder));
});

describeWithRedis('the API under faults of the provider', () => {
  if (isFullRun) print(...head());

  it.concurrent.each(TRIALS_OF_RUN.map((trial) => [trial.title, trial] as const))(
    'keeps its promises to every watch during the fault "%s"',
    async (_title, trial) => {
      const violations = await regions.with(async ({ region, watches }) => {
        const codes = region.needsRenewal ? await region.renew() : [];
        const crashes = codes.filter((code) => code !== 0);
        const result = await runTrial(trial, region, watches, timing);
        region.needsRenewal = result.recoveryMs === undefined;
        rows.set(trial, row(result));
        if (isFullRun) print(row(result));
        return [
          ...violationsOf(result, secretsOf(region)),
          ...crashes.map((code) => `a pod of the previous trial exited with code ${code}`),
        ];
      });
      expect(violations).toEqual([]);
    },
    FULL_RUN_WITHIN_MS,
  );
});

function secretsOf({ world }: ChaosRegion): string[] {
  return [world.simulator.settings.key, world.token, FALLBACK_KEY];
}

/** Writes directly to stdout while trials run; Jest shows console output only at the end of a file. */
function print(...lines: readonly string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`);
}
