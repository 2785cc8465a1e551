import autocannon from 'autocannon';
import { CONNECTIONS, headersOf, type LoadOrder, type LoadResult } from './load.js';

/** autocannon's interval for checking whether it is done. */
const SAMPLE_INTERVAL_MS = 10;

/** Sends the requests over keep-alive connections, one at a time on each. */
export async function generateLoad(order: LoadOrder): Promise<LoadResult> {
  const { url, amount, requests, status: expected, keepAwake = false } = order;
  let answered = 0;
  let responseBytes = 0;
  let connections = 0;
  const setupClient = (client: autocannon.Client): void => {
    client.setRequests(share(requests, connections));
    connections += 1;
    client.on('response', (status, bytes) => {
      if (status === expected) answered += 1;
      responseBytes += bytes;
    });
  };
  const stopSpinning = keepAwake ? stayAwake() : undefined;
  await autocannon({
    url,
    amount,
    connections: CONNECTIONS,
    pipelining: 1,
    sampleInt: SAMPLE_INTERVAL_MS,
    setupClient,
  });
  stopSpinning?.();
  return { failed: amount - answered, responseBytes };
}

/**
 * Keeps this process busy. Waking a sleeping process costs CPU time of the process that wakes it, and a
 * slow server would wake this one for each answer, a fast one never. Not for rows in which every server is slow:
 * they would wait for the core that this process occupies.
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
  return (own.length > 0 ? own : requests).map((request) => ({
    method: 'GET',
    path: request.path,
    headers: headersOf(request),
  }));
}
