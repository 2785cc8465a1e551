import { Competitor, type Equipment } from './competitor.js';
import { shares } from './profile/shares.js';
import { starts } from './start/starts.js';
import type { Results } from './report/results.js';
import type { Scenario, ScenarioName } from './scenarios/scenario.js';
import { SCENARIOS } from './scenarios/scenarios.js';
import type { Fleet } from './scenarios/supply.js';
import type { Sizes } from './sizes.js';
import type { Contender, Surroundings } from './world/contenders.js';
import { ours, peers } from './world/contenders.js';
import type { NodeVersion } from './world/node-versions.js';
import { Processes } from './world/processes.js';

/** The rows that are profiled. */
const PROFILED = ['hit, known token', 'cold'] as const satisfies readonly ScenarioName[];

/** Starts the servers under one Node version, and measures them in turn. */
export class Bench {
  private readonly processes: Processes;
  private readonly competitors: Competitor[] = [];

  constructor(
    private readonly node: NodeVersion,
    private readonly sizes: Sizes,
    private readonly fleet: Fleet,
    private readonly equipment: Equipment,
    private readonly print: (line: string) => void,
  ) {
    this.processes = new Processes(node.binary);
  }

  async run(surroundings: Surroundings): Promise<Results> {
    try {
      const product = await this.startAll(surroundings);
      for (const competitor of this.competitors) await this.warmUp(competitor);
      for (let round = 1; round <= this.sizes.rounds; round += 1) await this.round(round);
      const { competitors, node } = this;
      const profiles = await this.profiles(product);
      this.print('Starting the product several times …');
      return { node: node.version, competitors, profiles, starts: await starts(node.binary) };
    } finally {
      this.processes.kill();
    }
  }

  /** Starts the product first, because (a) repeats its body; all servers must answer the same. */
  private async startAll(surroundings: Surroundings): Promise<Competitor> {
    const product = await this.start(ours(surroundings));
    const body = await product.body();
    for (const peer of peers(surroundings, body)) {
      const competitor = await this.start(peer);
      const answered = await competitor.body();
      if (answered === body) continue;
      throw new Error(`(${peer.letter}) answers ${answered}, the product ${body}`);
    }
    return product;
  }

  private async start(contender: Contender): Promise<Competitor> {
    this.print(`Starting (${contender.letter}) ${contender.name} …`);
    const { pods, redis } = await this.processes.start(contender);
    const competitor = new Competitor(contender, pods, redis, this.fleet, this.equipment);
    this.competitors.push(competitor);
    return competitor;
  }

  private async warmUp(competitor: Competitor): Promise<void> {
    this.print(`Warming up (${competitor.contender.letter}) …`);
    const own = SCENARIOS.filter((scenario) => competitor.takesPartIn(scenario));
    for (const scenario of own) {
      if (scenario.status === 304) await competitor.readTags();
      await competitor.warmUp(scenario, this.sizes.requests[scenario.size].warmUp);
    }
  }

  private async round(round: number): Promise<void> {
    for (const scenario of SCENARIOS) {
      const costs: string[] = [];
      for (const competitor of this.competitors) {
        if (!competitor.takesPartIn(scenario)) continue;
        const { cpuMicros } = await competitor.round(scenario, this.amountOf(scenario));
        costs.push(`(${competitor.contender.letter}) ${cpuMicros.toFixed(0)}`);
      }
      const title = `Node ${this.node.version}, round ${round}/${this.sizes.rounds}`;
      this.print(`${title}, ${scenario.name}: ${costs.join('  ')} µs`);
    }
  }

  private async profiles(product: Competitor): Promise<Results['profiles']> {
    const profiled = SCENARIOS.filter(
      ({ name }) => this.sizes.profiles && PROFILED.some((one) => one === name),
    );
    const profiles: { name: ScenarioName; shares: ReturnType<typeof shares> }[] = [];
    for (const scenario of profiled) {
      this.print(`Profiling (d), ${scenario.name} …`);
      const profile = await product.profile(scenario, this.amountOf(scenario));
      profiles.push({ name: scenario.name, shares: shares(profile) });
    }
    return profiles;
  }

  private amountOf({ size }: Scenario): number {
    return this.sizes.requests[size].round;
  }
}
