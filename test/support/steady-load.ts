import { setTimeout as delay } from 'node:timers/promises';

/** One request: what came, and after how long. */
export interface Sample {
  /** 0 when no answer came at all. */
  readonly status: number;
  readonly ms: number;
}

const LOOK_EVERY_MS = 10;

/**
 * Asks at a steady rate while something else happens, without waiting for the answers before, as
 * many watches do.
 * @param ask resolves to a status; told how many were asked before
 */
export async function underLoad(
  perSecond: number,
  ask: (index: number) => Promise<number>,
  during: () => Promise<unknown>,
): Promise<Sample[]> {
  const asked: Promise<Sample>[] = [];
  const startedAt = performance.now();
  const over = new AbortController();
  const asking = (async () => {
    while (!over.signal.aborted) {
      const due = ((performance.now() - startedAt) / 1000) * perSecond;
      while (asked.length < due) asked.push(timed(ask(asked.length)));
      await delay(LOOK_EVERY_MS);
    }
  })();
  try {
    await during();
  } finally {
    over.abort();
    await asking;
  }
  return Promise.all(asked);
}

/** A request that is on its way, and how long it takes. */
export async function timed(asking: Promise<number>): Promise<Sample> {
  const startedAt = performance.now();
  const status = await asking.catch(() => 0);
  return { status, ms: performance.now() - startedAt };
}

/** The time that 99 of 100 stay below. */
export function p99Of(samples: readonly Sample[]): number {
  const times = samples.map(({ ms }) => ms).toSorted((a, b) => a - b);
  return times[Math.ceil(times.length * 0.99) - 1] ?? 0;
}
