import { setTimeout as delay } from 'node:timers/promises';

const TICK_MS = 20;
const TIMEOUT_MS = 10_000;

/** One request of a watch. */
export interface Sample {
  readonly phase: string;
  /** What kind of watch asked: `eu`, `us`, `us, own host`. */
  readonly group: string;
  /** 0 = no response. */
  readonly status: number;
  readonly ms: number;
}

/** A watch of a group asks at a place of its group, or at a new one. */
export interface Group {
  readonly name: string;
  readonly perSecond: number;
  /** Where to send request number `index`, and the headers beside the token. */
  readonly request: (index: number) => { url: string; headers: Record<string, string> };
}

/** Watches that ask at a constant rate, without waiting for earlier answers. */
export class Watches {
  readonly samples: Sample[] = [];
  private readonly stopped = new AbortController();
  private readonly pending = new Set<Promise<void>>();
  private phase = '';

  constructor(
    private readonly token: () => string,
    private readonly print: (text: string) => void,
  ) {}

  start(group: Group): void {
    void this.send(group);
  }

  /** Everything that begins until the next phase belongs to this one. */
  async during(phase: string, seconds: number, act?: () => Promise<unknown>): Promise<void> {
    this.phase = phase;
    this.print(`${phase} … `);
    await Promise.all([act?.(), delay(1_000 * seconds)]);
    const ofPhase = this.samples.filter((sample) => sample.phase === phase);
    const failed = ofPhase.filter(({ status }) => status === 0 || status >= 400);
    this.print(`${ofPhase.length} requests, ${failed.length} not answered with weather\n`);
  }

  async stop(): Promise<void> {
    this.stopped.abort();
    await Promise.all(this.pending);
  }

  private async send({ name, perSecond, request }: Group): Promise<void> {
    const startedAt = performance.now();
    let sent = 0;
    while (!this.stopped.signal.aborted) {
      const due = ((performance.now() - startedAt) / 1_000) * perSecond;
      for (; sent < due; sent += 1) this.track(this.ask(name, request(sent)));
      await delay(TICK_MS);
    }
  }

  private track(asking: Promise<void>): void {
    this.pending.add(asking);
    void asking.finally(() => this.pending.delete(asking));
  }

  private async ask(group: string, { url, headers }: ReturnType<Group['request']>): Promise<void> {
    const { phase } = this;
    // Before the first phase the caches are filled.
    const counts = phase !== '';
    const startedAt = performance.now();
    const status = await statusOf(url, { ...headers, authorization: `Bearer ${this.token()}` });
    if (counts) this.samples.push({ phase, group, status, ms: performance.now() - startedAt });
  }
}

async function statusOf(url: string, headers: Record<string, string>): Promise<number> {
  try {
    const response = await fetch(url, { headers, signal: AbortSignal.timeout(TIMEOUT_MS) });
    await response.arrayBuffer();
    return response.status;
  } catch {
    return 0;
  }
}
