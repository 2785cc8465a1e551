import { writeFile } from 'node:fs/promises';
import type { Options } from '../options.js';
import type { Stage } from '../world/stage.js';
import { CORES, pinTo } from './cores.js';
import { ScaledRegion } from './scaled-region.js';
import { scaleDocument } from './scale-document.js';
import type { ScaleStep } from './scale-step.js';
import { scaleTable } from './scale-table.js';

const DOCUMENT = new URL('../../../../docs/scaling.md', import.meta.url);
const PODS = [1, 2, 4] as const;
/** The measured requests of all pods together, and those of each before. */
const SIZES = {
  full: {
    measured: { requests: 38_400, places: 2_000 },
    warmUp: { requests: 9_600, places: 500 },
  },
  quick: {
    measured: { requests: 6_400, places: 400 },
    warmUp: { requests: 3_200, places: 200 },
  },
} as const;
/** A retry after a lost connection, at most. */
const CALLS_TOLERANCE = 1.01;

/** Measures the same requests with one, two and four pods behind one Redis. @returns the limits that are missed */
export async function runScale(
  stage: Stage,
  { quick }: Options,
  print: (line: string) => void,
): Promise<readonly string[]> {
  const { measured, warmUp } = quick ? SIZES.quick : SIZES.full;
  for (const pid of stage.pids) pinTo(CORES.others, pid);
  const steps: ScaleStep[] = [];
  for (const pods of PODS) {
    print(`${pods} ${pods === 1 ? 'process' : 'processes'} …`);
    const region = new ScaledRegion(stage);
    try {
      const redis = await region.start(pods, warmUp);
      steps.push(await region.measure(redis, measured));
    } finally {
      region.stop();
    }
  }
  const lines = scaleTable(steps);
  print(`\n${lines.join('\n')}\n`);
  if (!quick) {
    await writeFile(DOCUMENT, scaleDocument(measured, lines));
    print('Written to docs/scaling.md');
  }
  return steps
    .filter(asksTwice)
    .map(({ pods }) => `${pods} processes: more calls than places need`);
}

/** Whether the pods asked for something that another had. */
function asksTwice({ upstreamCalls, neededCalls }: ScaleStep): boolean {
  return upstreamCalls > CALLS_TOLERANCE * neededCalls;
}
