// Preloaded (`--import`) into an API whose event loop is watched, and idle but for the question.
import { monitorEventLoopDelay } from 'node:perf_hooks';

const EVERY_MS = 10;

// What it measures is the time from one tick of its timer to the next.
const ticks = monitorEventLoopDelay({ resolution: EVERY_MS });
ticks.enable();

process.on('message', () => {
  const p99Ms = Math.max(0, ticks.percentile(99) / 1e6 - EVERY_MS);
  ticks.reset();
  process.send?.(p99Ms);
});
process.once('disconnect', () => process.exit());
// The question must not keep an API alive that wants to end.
process.channel?.unref();
