import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { LoadOrder, LoadReply, LoadResult } from './load.js';

const PROGRAM = fileURLToPath(new URL('main.js', import.meta.url));
const MAX_DURATION_MS = 120_000;

/** A separate process that sends the requests to all servers. */
export class LoadGenerator {
  private readonly child: ChildProcess = fork(PROGRAM);

  /** @throws when a request was not answered with the expected status */
  async send(order: LoadOrder): Promise<LoadResult> {
    const replied = once(this.child, 'message', { signal: AbortSignal.timeout(MAX_DURATION_MS) });
    this.child.send(order);
    const [reply] = (await replied) as [LoadReply];
    if ('error' in reply) throw new Error(`The load generator failed: ${reply.error}`);
    const { result } = reply;
    if (result.failed > 0) {
      const { amount, url, status } = order;
      throw new Error(`${result.failed} of ${amount} requests to ${url} were not ${status}.`);
    }
    return result;
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  stop(): void {
    this.child.kill();
  }
}
