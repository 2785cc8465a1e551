import type { Options } from '../options.js';
import { table } from '../../../packages/text-table/table.js';
import type { Stage } from '../world/stage.js';
import { Soak, type Minute } from './soak.js';

const MINUTES = { full: 5, quick: 2 } as const;
const MAX_DELAY_P99_MS = 20;
/** Of the live memory after the second minute, by which the caches are full. */
const MAX_GROWTH = 1.1;

/** Runs the steady fleet mix and prints a line per minute. @returns the limits that are missed */
export async function runSoak(
  stage: Stage,
  { quick }: Options,
  print: (line: string) => void,
): Promise<readonly string[]> {
  const soak = new Soak(stage, print);
  try {
    const minutes = await soak.run(quick ? MINUTES.quick : MINUTES.full);
    print(`\n${minuteTable(minutes).join('\n')}\n`);
    return missed(minutes);
  } finally {
    soak.stop();
  }
}

/** The limits that are missed. With two minutes, the second is compared with the first. */
export function missed(minutes: readonly Minute[]): readonly string[] {
  const settled = minutes[Math.min(1, minutes.length - 2)];
  const growth = (minutes.at(-1)?.liveBytes ?? NaN) / (settled?.liveBytes ?? NaN);
  const delayMs = Math.max(...minutes.map(({ eventLoopDelayP99Ms }) => eventLoopDelayP99Ms));
  return [
    ...(growth <= MAX_GROWTH ? [] : [`live memory grew to ${growth.toFixed(2)} ×`]),
    ...(delayMs < MAX_DELAY_P99_MS ? [] : [`event-loop delay p99 ${delayMs.toFixed(1)} ms`]),
  ];
}

const mebibytes = (bytes: number): string => (bytes / 2 ** 20).toFixed(0);

function minuteTable(minutes: readonly Minute[]): string[] {
  return table(
    [
      'minute',
      'resident, MiB',
      'live after GC, MiB',
      'event-loop delay p99, ms',
      'CPU, µs/request',
    ],
    minutes.map(({ rssBytes, liveBytes, eventLoopDelayP99Ms, cpuMicros }, index) => [
      String(index + 1),
      mebibytes(rssBytes),
      mebibytes(liveBytes),
      eventLoopDelayP99Ms.toFixed(1),
      cpuMicros.toFixed(0),
    ]),
  );
}
