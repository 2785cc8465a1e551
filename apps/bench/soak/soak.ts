import { fleetMix, redisRequestsIn } from '../scenarios/fleet-mix.js';
import { CONNECTIONS } from '../load/load.js';
import { cold, hits } from '../scenarios/requests.js';
import type { Batch } from '../scenarios/scenario.js';
import { Supply } from '../scenarios/supply.js';
import { ours } from '../world/contenders.js';
import { Processes } from '../world/processes.js';
import type { ProcessHealth } from '../world/report-usage.js';
import type { ServerProcess } from '../world/server-process.js';
import type { Stage } from '../world/stage.js';

const PER_SECOND = 320;
const CHUNK_SECONDS = 10;
const CHUNKS_PER_MINUTE = 6;
const CHUNK = PER_SECOND * CHUNK_SECONDS;
/** Small enough that the caches are full before the first minute ends. */
const SMALL_CACHES = { L1_MAX_ENTRIES: '1500', TOKEN_CACHE_MAX_ENTRIES: '4000' };

/** The state of the pod after a minute. */
export interface Minute extends ProcessHealth {
  readonly cpuMicros: number;
}

/** Sends the fleet mix at a steady rate to one pod of the product, while another one has loaded what comes from Redis. */
export class Soak {
  private readonly processes = new Processes(process.execPath);
  private readonly supply: Supply;

  constructor(
    private readonly stage: Stage,
    private readonly print: (line: string) => void,
  ) {
    this.supply = new Supply(stage.fleet);
  }

  async run(minutes: number): Promise<readonly Minute[]> {
    const [pod, loader] = await this.start();
    const chunks = 1 + minutes * CHUNKS_PER_MINUTE;
    await this.load(loader, chunks * redisRequestsIn(CHUNK));
    this.print('Warming up …');
    await this.send(pod, hits(this.supply, '/prcpt'), CHUNK);
    await this.send(pod, fleetMix(this.supply, CHUNK), CHUNK);
    await pod.health();
    const measured: Minute[] = [];
    while (measured.length < minutes) measured.push(await this.minute(pod, measured.length + 1));
    return measured;
  }

  stop(): void {
    this.processes.kill();
  }

  private async start(): Promise<readonly [ServerProcess, ServerProcess]> {
    this.print('Starting two pods …');
    const product = ours(this.stage.surroundings);
    const environment = { ...product.environment, ...SMALL_CACHES };
    const { pods } = await this.processes.start({ ...product, environment });
    const [pod, loader = pod] = pods;
    return [pod, loader];
  }

  private async load(loader: ServerProcess, amount: number): Promise<void> {
    this.print(`Loading ${amount} positions into Redis …`);
    for (let rest = amount; rest > 0; rest -= CHUNK) {
      const size = CONNECTIONS * Math.ceil(Math.min(rest, CHUNK) / CONNECTIONS);
      await this.send(loader, cold(this.supply, size), size);
    }
  }

  private async minute(pod: ServerProcess, number: number): Promise<Minute> {
    const before = await pod.cpuMicros();
    for (let chunk = 0; chunk < CHUNKS_PER_MINUTE; chunk += 1) {
      await this.send(pod, fleetMix(this.supply, CHUNK), CHUNK, PER_SECOND);
    }
    const cpuMicros = ((await pod.cpuMicros()) - before) / (CHUNKS_PER_MINUTE * CHUNK);
    const health = await pod.health();
    const delay = health.eventLoopDelayP99Ms.toFixed(1);
    const live = (health.liveBytes / 2 ** 20).toFixed(0);
    this.print(`Minute ${number}: ${live} MiB live, event-loop delay p99 ${delay} ms`);
    return { ...health, cpuMicros };
  }

  private async send(
    { url }: ServerProcess,
    { requests }: Batch,
    amount: number,
    perSecond?: number,
  ): Promise<void> {
    const rate = perSecond === undefined ? {} : { perSecond };
    await this.stage.equipment.generator.send({ url, amount, requests, status: 200, ...rate });
  }
}
