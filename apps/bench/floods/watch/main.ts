// A warm watch in its own process, so that its times do not depend on the sender of the flood. Asks from the order to
// start until the order to stop.
import { Agent, request } from 'node:http';
import type { WatchOrder, WatchSamples } from './warm-watch.js';

const PER_SECOND = 50;
const MAX_WAIT_MS = 30_000;
const agent = new Agent({ keepAlive: true });
let stop: (() => Promise<WatchSamples>) | undefined;

process.on('message', (order: WatchOrder | 'stop') => {
  if (order === 'stop') void stop?.().then((samples) => process.send?.(samples));
  else stop = ask(order);
});
process.once('disconnect', () => process.exit());

/** Asks at a constant rate, without waiting for earlier answers. */
function ask(order: WatchOrder): () => Promise<WatchSamples> {
  const startedMs = performance.now();
  const samples: Promise<readonly [ms: number, ok: boolean]>[] = [];
  const timer = setInterval(() => {
    const due = ((performance.now() - startedMs) * PER_SECOND) / 1_000;
    while (samples.length < due) samples.push(sampleOf(order));
  }, 1_000 / PER_SECOND);
  return async () => {
    clearInterval(timer);
    const all = await Promise.all(samples);
    return { timesMs: all.map(([ms]) => ms), failed: all.filter(([, ok]) => !ok).length };
  };
}

function sampleOf({ url, authorization }: WatchOrder): Promise<readonly [number, boolean]> {
  const startedMs = performance.now();
  return new Promise((resolve) => {
    const finish = (ok: boolean): void => resolve([performance.now() - startedMs, ok]);
    const signal = AbortSignal.timeout(MAX_WAIT_MS);
    request(url, { agent, headers: { authorization }, signal }, (answer) => {
      answer.resume().once('end', () => finish(answer.statusCode === 200));
    })
      .once('error', () => finish(false))
      .end();
  });
}
