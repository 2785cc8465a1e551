import type { Contender } from './contenders.js';
import type { LoadGenerator } from './load/load-generator.js';
import type { LoadResult } from './load/load.js';
import type { Sample } from './report/sample.js';
import type { Profiler } from 'node:inspector';
import type { ServerProcess } from './server-process.js';
import type { Traffic } from './traffic.js';

/** A running contender and its samples so far, by traffic. */
export class Measurement {
  private readonly samples = new Map<Traffic, Sample[]>();

  constructor(
    readonly contender: Contender,
    private readonly server: ServerProcess,
    private readonly generator: LoadGenerator,
  ) {}

  /** Sends requests without measuring, to fill caches and compile code. */
  async warmUp(traffic: Traffic, requests: number): Promise<void> {
    await this.send(traffic, requests);
  }

  /** @param requests for a contender with `percentOfRequests` 100 */
  async round(traffic: Traffic, requests: number): Promise<Sample> {
    const amount = Math.ceil((requests * this.contender.percentOfRequests) / 100);
    const before = await this.server.cpuMicros();
    const { perSecond, p50Ms, p99Ms } = await this.send(traffic, amount);
    const cpuMicros = ((await this.server.cpuMicros()) - before) / amount;
    const sample = { cpuMicros, perSecond, p50Ms, p99Ms };
    this.samples.set(traffic, [...this.of(traffic), sample]);
    return sample;
  }

  profile(traffic: Traffic, requests: number): Promise<Profiler.Profile> {
    return this.server.profileDuring(async () => void (await this.send(traffic, requests)));
  }

  /** The samples of all rounds. */
  of(traffic: Traffic): readonly Sample[] {
    return this.samples.get(traffic) ?? [];
  }

  private send({ requests }: Traffic, amount: number): Promise<LoadResult> {
    return this.generator.send({ url: this.server.url, amount, requests });
  }
}
