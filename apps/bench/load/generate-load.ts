import autocannon from 'autocannon';
import type { LoadOrder, LoadResult } from './load.js';
import { quantile } from '../report/quantile.js';

const CONNECTIONS = 16;
/** autocannon's interval for checking whether it is done. */
const SAMPLE_INTERVAL_MS = 10;

/** Sends the requests over keep-alive connections, one at a time on each. */
export async function generateLoad({ url, amount, requests }: LoadOrder): Promise<LoadResult> {
  // autocannon's own latencies are whole milliseconds, which is too coarse for most answers.
  const latenciesMs: number[] = [];
  const startedMs = performance.now();
  let endedMs = startedMs;
  let connections = 0;
  const setupClient = (client: autocannon.Client): void => {
    client.setRequests(share(requests, connections));
    connections += 1;
    client.on('response', (status, _bytes, milliseconds) => {
      if (status === 200) latenciesMs.push(milliseconds);
      endedMs = performance.now();
    });
  };
  const stopSpinning = stayAwake();
  await autocannon({
    url,
    amount,
    connections: CONNECTIONS,
    pipelining: 1,
    sampleInt: SAMPLE_INTERVAL_MS,
    setupClient,
  });
  stopSpinning();
  return resultOf(latenciesMs, amount, endedMs - startedMs);
}

/**
 * Keeps this process busy. Waking a sleeping process costs CPU time of the process that wakes it, and a
 * slow server would wake this one for each answer, a fast one never.
 */
function stayAwake(): () => void {
  let awake = true;
  const turn = (): void => {
    if (awake) setImmediate(turn);
  };
  turn();
  return () => {
    awake = false;
  };
}

function share(requests: LoadOrder['requests'], connection: number): autocannon.Request[] {
  const own = requests.filter((_, index) => index % CONNECTIONS === connection % CONNECTIONS);
  return (own.length > 0 ? own : requests).map(({ path, token }) => ({
    method: 'GET',
    path,
    headers: { authorization: `Bearer ${token}` },
  }));
}

function resultOf(latenciesMs: readonly number[], amount: number, tookMs: number): LoadResult {
  return {
    answered: latenciesMs.length,
    failed: amount - latenciesMs.length,
    perSecond: latenciesMs.length / (tookMs / 1000),
    p50Ms: quantile(latenciesMs, 0.5),
    p99Ms: quantile(latenciesMs, 0.99),
  };
}
