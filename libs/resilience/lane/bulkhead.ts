import { AsyncResource } from 'node:async_hooks';
import { bulkhead, isBulkheadRejectedError } from 'cockatiel';
import { RefusedCallError } from '../refused-call.error.js';

const ASK_AGAIN_AFTER_MS = 1_000;

/** Bounds how many calls are under way at once, and how many wait for their turn, and how long. */
export class Bulkhead {
  private readonly policy;

  constructor(
    private readonly atOnce: number,
    private readonly waiting: number,
    private readonly onRefuse: () => void,
  ) {
    this.policy = bulkhead(atOnce, waiting);
  }

  get occupancy(): { running: number; waiting: number } {
    const { executionSlots, queueSlots } = this.policy;
    return { running: this.atOnce - executionSlots, waiting: this.waiting - queueSlots };
  }

  /**
   * @param waitForMs how long the caller can wait for its turn; 0 = not at all
   * @throws RefusedCallError 'overloaded'
   */
  run<T>(work: () => Promise<T>, waitForMs: number): Promise<T> {
    if (waitForMs <= 0 && this.policy.executionSlots === 0) return Promise.reject(this.refusal());
    return new Promise<T>((resolve, reject) => {
      let gaveUp = false;
      // Else who waits would run in the asynchronous context, and so the trace, of whoever makes room.
      const workHere = AsyncResource.bind(work);
      const timer = setTimeout(() => {
        gaveUp = true;
        reject(this.refusal());
      }, waitForMs);
      // Without a signal: the policy does not pass an aborted one's turn on to the next in the queue.
      const turn = this.policy.execute(async () => {
        clearTimeout(timer);
        if (!gaveUp) resolve(await workHere());
      });
      turn.catch((error: unknown) => {
        clearTimeout(timer);
        reject(isBulkheadRejectedError(error) ? this.refusal() : error);
      });
    });
  }

  private refusal(): RefusedCallError {
    this.onRefuse();
    return new RefusedCallError('overloaded', 'too many calls are under way', ASK_AGAIN_AFTER_MS);
  }
}
