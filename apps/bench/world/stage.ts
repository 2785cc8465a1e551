import type { Equipment } from '../competitor.js';
import { LoadGenerator } from '../load/load-generator.js';
import type { Fleet } from '../scenarios/supply.js';
import type { Sizes } from '../sizes.js';
import { upstream, type Surroundings } from './contenders.js';
import { FleetIssuer } from './fleet-issuer.js';
import { positions } from './positions.js';
import { Processes } from './processes.js';

const UPSTREAM_KEY = 'simulator-key';

/** What all servers of a run share: the issuer and its tokens, the simulated AccuWeather and the load generator. */
export class Stage {
  private constructor(
    readonly surroundings: Surroundings,
    readonly fleet: Fleet,
    readonly equipment: Equipment,
    /** Of the simulator and the load generator. */
    readonly pids: readonly number[],
    private readonly stopAll: () => Promise<void>,
  ) {}

  static async start(
    { tokens, warmPositions }: Sizes,
    print: (line: string) => void,
  ): Promise<Stage> {
    const issuer = new FleetIssuer();
    const processes = new Processes(process.execPath);
    const generator = new LoadGenerator();
    const stopAll = async (): Promise<void> => {
      generator.stop();
      processes.kill();
      await issuer.stop();
    };
    try {
      const issuerUrl = await issuer.start();
      const simulator = await processes.startProgram(upstream(UPSTREAM_KEY, Date.now()));
      const { url: upstreamUrl } = simulator;
      print(`Minting ${tokens} tokens …`);
      return new Stage(
        { issuerUrl, upstreamUrl, upstreamKey: UPSTREAM_KEY },
        { tokens: await issuer.mint(tokens), warmPositions, positions },
        { generator, upstreamCalls: () => callsTo(upstreamUrl) },
        [simulator.pid, generator.pid],
        stopAll,
      );
    } catch (error) {
      await stopAll();
      throw error;
    }
  }

  stop(): Promise<void> {
    return this.stopAll();
  }
}

/** Calls that the simulated provider has answered so far. */
async function callsTo(upstreamUrl: string): Promise<number> {
  const answer = await fetch(`${upstreamUrl}/__simulator/calls`);
  return ((await answer.json()) as { total: number }).total;
}
