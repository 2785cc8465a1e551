import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** What the watch asks, again and again. */
export interface WatchOrder {
  readonly url: string;
  readonly authorization: string;
}

/** What it saw. */
export interface WatchSamples {
  readonly timesMs: readonly number[];
  /** Requests that were not answered with 200. */
  readonly failed: number;
}

const PROGRAM = fileURLToPath(new URL('main.js', import.meta.url));
const REPLIES_WITHIN_MS = 60_000;

/** A watch whose weather is in the pod's memory; it asks 50 times a second. */
export class WarmWatch {
  private readonly child: ChildProcess = fork(PROGRAM);

  constructor(private readonly order: WatchOrder) {}

  /** Asks while `during` runs. */
  async askDuring(during: () => Promise<unknown>): Promise<WatchSamples> {
    this.child.send(this.order);
    try {
      await during();
    } finally {
      this.child.send('stop');
    }
    const signal = AbortSignal.timeout(REPLIES_WITHIN_MS);
    const [samples] = (await once(this.child, 'message', { signal })) as [WatchSamples];
    return samples;
  }

  stop(): void {
    this.child.kill();
  }
}
