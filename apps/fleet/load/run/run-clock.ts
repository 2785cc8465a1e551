import { setTimeout as sleep } from 'node:timers/promises';

/** The clock of a run; milliseconds from any origin, with fractions. */
export interface RunClock {
  nowMs(): number;
  /** Resolves after about this time, seldom earlier. */
  sleep(ms: number): Promise<void>;
}

export const MONOTONIC_CLOCK: RunClock = {
  nowMs: () => performance.now(),
  sleep: async (ms) => {
    await sleep(ms);
  },
};
