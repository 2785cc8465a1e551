// Preloaded (`--import`) into an API process; measures its event loop delay and reports it on request.
import { monitorEventLoopDelay } from 'node:perf_hooks';

const EVERY_MS = 10;

// The histogram holds the time between two ticks of a timer, so the interval is subtracted.
const ticks = monitorEventLoopDelay({ resolution: EVERY_MS });
ticks.enable();

process.on('message', () => {
  const p99Ms = Math.max(0, ticks.percentile(99) / 1e6 - EVERY_MS);
  ticks.reset();
  process.send?.(p99Ms);
});
process.once('disconnect', () => process.exit());
// The IPC channel must not keep the process alive.
process.channel?.unref();
