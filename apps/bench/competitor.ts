import type { Profiler } from 'node:inspector';
import type { LoadGenerator } from './load/load-generator.js';
import { CONNECTIONS } from './load/load.js';
import type { Sample } from './report/sample.js';
import type { Scenario, TagOf } from './scenarios/scenario.js';
import { Supply, type Fleet } from './scenarios/supply.js';
import type { Contender } from './world/contenders.js';
import type { RedisProcess } from './world/redis-process.js';
import type { ServerProcess } from './world/server-process.js';
import { UsageMeter } from './world/usage-meter.js';

/** What a competitor needs to be measured. */
export interface Equipment {
  readonly generator: LoadGenerator;
  /** Calls that AccuWeather has answered so far. */
  readonly upstreamCalls: () => Promise<number>;
}

/** Share of calls that may differ from the expected ones, because of retries. */
const TOLERANCE = 0.02;

/** A contender with its pods, its Redis and its samples so far. */
export class Competitor {
  private readonly supply: Supply;
  private readonly samples = new Map<Scenario['name'], Sample[]>();
  private readonly tags = new Map<string, string>();

  /** @param pods one or two, of which the second only loads records */
  constructor(
    readonly contender: Contender,
    private readonly pods: readonly [ServerProcess, ServerProcess?],
    private readonly redis: RedisProcess | undefined,
    fleet: Fleet,
    private readonly equipment: Equipment,
  ) {
    this.supply = new Supply(fleet);
  }

  takesPartIn({ contenders }: Scenario): boolean {
    return contenders.includes(this.contender.letter);
  }

  /** The body of a response to the first warm position. */
  async body(): Promise<string> {
    return (await this.fetch(`/prcpt?${this.supply.warm[0]}`)).text();
  }

  /** Remembers the entity tag of each warm position. */
  async readTags(): Promise<void> {
    for (const position of this.supply.warm) {
      const path = `/prcpt?${position}`;
      this.tags.set(path, (await this.fetch(path)).headers.get('etag') ?? '');
    }
  }

  /** Sends requests without measuring, to fill caches and compile code. */
  async warmUp(scenario: Scenario, amount: number): Promise<void> {
    await this.send(scenario, amount);
  }

  /** @param amount of requests for a contender with `percentOfRequests` 100 */
  async round(scenario: Scenario, amount: number): Promise<Sample> {
    const sent = this.shareOf(amount);
    const meter = await UsageMeter.start(this.podOf(scenario), this.redis);
    const callsBefore = await this.equipment.upstreamCalls();
    const { result, expectedCalls } = await this.send(scenario, sent);
    const usage = await meter.perRequest(sent);
    this.checkCalls(scenario, expectedCalls, (await this.equipment.upstreamCalls()) - callsBefore);
    const sample = { ...usage, responseBytes: result.responseBytes / sent };
    this.samples.set(scenario.name, [...this.of(scenario.name), sample]);
    return sample;
  }

  profile(scenario: Scenario, amount: number): Promise<Profiler.Profile> {
    return this.podOf(scenario).profileDuring(() => this.send(scenario, amount));
  }

  /** The samples of all rounds. */
  of(name: Scenario['name']): readonly Sample[] {
    return this.samples.get(name) ?? [];
  }

  private async send(scenario: Scenario, amount: number) {
    const tagOf: TagOf = (path) => this.tags.get(path) ?? '';
    const { requests, upstreamCalls } = scenario.batch(this.supply, amount, tagOf);
    const { url } = this.podOf(scenario);
    const { status, size } = scenario;
    const keepAwake = size === 'hit' || size === 'unknown';
    const order = { url, amount, requests, status, keepAwake };
    const result = await this.equipment.generator.send(order);
    return { result, expectedCalls: upstreamCalls };
  }

  private podOf({ pod }: Scenario): ServerProcess {
    const [first, second = first] = this.pods;
    return pod === 'first' ? first : second;
  }

  /** At least one request per connection. */
  private shareOf(amount: number): number {
    const share = (amount * this.contender.percentOfRequests) / 100;
    return CONNECTIONS * Math.max(1, Math.round(share / CONNECTIONS));
  }

  /** Otherwise the row measures something else than it says. */
  private checkCalls({ name }: Scenario, expected: number, found: number): void {
    if (Math.abs(found - expected) <= TOLERANCE * expected) return;
    const { letter } = this.contender;
    throw new Error(`(${letter}), ${name}: ${found} upstream calls instead of ${expected}.`);
  }

  private fetch(path: string): Promise<Response> {
    const headers = { authorization: this.supply.knownToken() };
    return fetch(this.pods[0].url + path, { headers });
  }
}
