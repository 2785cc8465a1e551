import { AsyncResource } from 'node:async_hooks';
import { bulkhead, isBulkheadRejectedError } from 'cockatiel';
import { RefusedCallError } from './refused-call.error.js';

const RETRY_AFTER_MS = 1_000;

/** Bounds how many calls run at once, how many wait in the queue, and how long they wait. */
export class Bulkhead {
  private readonly policy;

  constructor(
    private readonly maxRunning: number,
    private readonly maxWaiting: number,
    private readonly onRefuse: () => void,
  ) {
    this.policy = bulkhead(maxRunning, maxWaiting);
  }

  get occupancy(): { running: number; waiting: number } {
    const { executionSlots, queueSlots } = this.policy;
    return { running: this.maxRunning - executionSlots, waiting: this.maxWaiting - queueSlots };
  }

  /**
   * @param waitForMs how long the call may wait in the queue; 0 = not at all
   * @throws RefusedCallError 'overloaded'
   */
  run<T>(work: () => Promise<T>, waitForMs: number): Promise<T> {
    if (waitForMs <= 0 && this.policy.executionSlots === 0) return Promise.reject(this.refusal());
    return new Promise<T>((resolve, reject) => {
      let gaveUp = false;
      // Without it a queued call would run in the async context, and so the trace, of the call that ends.
      const boundWork = AsyncResource.bind(work);
      const timer = setTimeout(() => {
        gaveUp = true;
        reject(this.refusal());
      }, waitForMs);
      // No signal: the policy does not give an aborted call's slot to the next in the queue.
      const turn = this.policy.execute(async () => {
        clearTimeout(timer);
        if (!gaveUp) resolve(await boundWork());
      });
      turn.catch((error: unknown) => {
        clearTimeout(timer);
        reject(isBulkheadRejectedError(error) ? this.refusal() : error);
      });
    });
  }

  private refusal(): RefusedCallError {
    this.onRefuse();
    return new RefusedCallError('overloaded', 'too many calls are running', RETRY_AFTER_MS);
  }
}
