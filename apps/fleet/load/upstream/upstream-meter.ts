import { lookup } from 'node:dns/promises';
import { countCalls } from './count-calls.js';

const TIMEOUT_MS = 3_000;
/** In front of a URL whose host name has an address for each pod. */
const EACH_ADDRESS = 'dns+';

/** Counts the calls to the provider that a deployment makes, from its own metrics. */
export class UpstreamMeter {
  /** The last count by URL; of a pod that started during the run, every call counts. */
  private readonly counts = new Map<string, number>();
  private started = false;

  /** @param urls of metrics or of the simulator's calls; `dns+http://…` reads all addresses of the host */
  constructor(private readonly urls: readonly string[]) {}

  /**
   * The calls since the last reading; 0 for the first one.
   * @throws when a source cannot be read
   */
  async read(): Promise<number> {
    const urls = (await Promise.all(this.urls.map(addressesOf))).flat();
    const readings = await Promise.all(urls.map(async (url) => [url, await callsAt(url)] as const));
    const increase = readings.reduce((sum, [url, calls]) => sum + this.increase(url, calls), 0);
    for (const [url, calls] of readings) this.counts.set(url, calls);
    const isFirst = !this.started;
    this.started = true;
    return isFirst ? 0 : increase;
  }

  /** A counter that went back was restarted with its process. */
  private increase(url: string, calls: number): number {
    const before = this.counts.get(url) ?? 0;
    return calls < before ? calls : calls - before;
  }
}

async function addressesOf(url: string): Promise<string[]> {
  if (!url.startsWith(EACH_ADDRESS)) return [url];
  const ofPods = new URL(url.slice(EACH_ADDRESS.length));
  const found = await lookup(ofPods.hostname, { all: true });
  return found.map(({ address, family }) => {
    const ofPod = new URL(ofPods);
    ofPod.hostname = family === 6 ? `[${address}]` : address;
    return ofPod.href;
  });
}

async function callsAt(url: string): Promise<number> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS) });
    if (!response.ok) throw new Error(`status ${response.status}`);
    return countCalls(await response.text());
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`the upstream calls at ${url} cannot be read: ${reason}`, { cause: error });
  }
}
