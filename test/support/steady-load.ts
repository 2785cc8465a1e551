import { setTimeout as delay } from 'node:timers/promises';

/** The result of one request. */
export interface Sample {
  /** 0 when no response came. */
  readonly status: number;
  readonly ms: number;
}

const POLL_INTERVAL_MS = 10;

/**
 * Sends requests at a constant rate while `during` runs, without waiting for earlier responses (open loop).
 * @param send sends request number `index`; resolves to the status
 */
export async function underLoad(
  perSecond: number,
  send: (index: number) => Promise<number>,
  during: () => Promise<unknown>,
): Promise<Sample[]> {
  const samples: Promise<Sample>[] = [];
  const startedAt = performance.now();
  const stop = new AbortController();
  const sending = (async () => {
    while (!stop.signal.aborted) {
      const due = ((performance.now() - startedAt) / 1000) * perSecond;
      while (samples.length < due) samples.push(timed(send(samples.length)));
      await delay(POLL_INTERVAL_MS);
    }
  })();
  try {
    await during();
  } finally {
    stop.abort();
    await sending;
  }
  return Promise.all(samples);
}

/** Measures the duration of a request. */
export async function timed(request: Promise<number>): Promise<Sample> {
  const startedAt = performance.now();
  const status = await request.catch(() => 0);
  return { status, ms: performance.now() - startedAt };
}

/** The 99th percentile of the durations, in milliseconds. */
export function p99Of(samples: readonly Sample[]): number {
  const times = samples.map(({ ms }) => ms).toSorted((a, b) => a - b);
  return times[Math.ceil(times.length * 0.99) - 1] ?? 0;
}
