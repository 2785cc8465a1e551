// Preloaded (`--import`) into every measured server; idle except for these messages.
import type { Profiler } from 'node:inspector';
import { monitorEventLoopDelay, type IntervalHistogram } from 'node:perf_hooks';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Messages from the bench to a server; each gets one reply. */
export type BenchMessage = 'cpu?' | 'health?' | 'profile!' | 'profile?';

/** The reply to `health?`. */
export interface ProcessHealth {
  readonly rssBytes: number;
  /** In use after a garbage collection, on the heap and outside. */
  readonly liveBytes: number;
  /** 99th percentile since the previous `health?`; 0 at the first. */
  readonly eventLoopDelayP99Ms: number;
}

/** Node's histogram contains its own interval. */
const DELAY_RESOLUTION_MS = 5;

let profiling: { stop(): Promise<Profiler.Profile> } | undefined;
let delays: IntervalHistogram | undefined;

process.on('message', (message: BenchMessage) => void reply(message));
process.once('disconnect', () => process.exit());
// The IPC channel must not keep the process alive.
process.channel?.unref();

async function reply(message: BenchMessage): Promise<void> {
  switch (message) {
    case 'cpu?':
      process.send?.(process.cpuUsage());
      return;
    case 'health?':
      process.send?.(health());
      return;
    case 'profile!':
      profiling = await startProfile();
      process.send?.('profiling');
      return;
    case 'profile?':
      process.send?.(await profiling?.stop());
  }
}

function health(): ProcessHealth {
  const measuredMs = (delays?.percentile(99) ?? 0) / 1e6;
  // Started only here, because its timer costs CPU time.
  delays ??= monitorEventLoopDelay({ resolution: DELAY_RESOLUTION_MS });
  delays.enable();
  const { rss: rssBytes } = process.memoryUsage();
  collectGarbage();
  const { heapUsed, external } = process.memoryUsage();
  delays.reset();
  const eventLoopDelayP99Ms = Math.max(0, measuredMs - DELAY_RESOLUTION_MS);
  return { rssBytes, liveBytes: heapUsed + external, eventLoopDelayP99Ms };
}

function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
}

async function startProfile(): Promise<{ stop(): Promise<Profiler.Profile> }> {
  // Imported only here, so that the inspector does not affect the measurements.
  const { Session } = await import('node:inspector/promises');
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.start');
  return {
    stop: async () => {
      const { profile } = await session.post('Profiler.stop');
      session.disconnect();
      return profile;
    },
  };
}
