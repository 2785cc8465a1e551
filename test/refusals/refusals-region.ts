import type { Fault } from '../../apps/accwea-simulator/faults/fault.js';
import type { ApiProcess } from '../support/api-process.js';
import { eventually } from '../support/eventually.js';
import { villagePosition } from '../support/positions.js';
import type { MovedClock } from '../support/preloads/moved-clock.js';
import { World } from '../support/world.js';

const PODS = 2;
/** Longer than any cooldown that a case starts. */
const HOUR_MS = 3_600_000;

/** Cold places of a dataset that are tried; all answer 200 where a fault elsewhere has no effect. */
const COLD_PLACES = 13;
const SHORT_WINDOWS = { WINDOWS: 'conditions=1/0/3600', LOG_LEVEL: 'trace' };

export const DATASETS = [
  '/v1/conditions',
  '/v1/forecast/hourly',
  '/v1/forecast/daily?days=10',
  '/v1/alerts',
] as const;

export const ALL_200 = Array.from({ length: COLD_PLACES }, () => 200);

/** The path of a dataset at a position. */
export const at = (path: string, position: string): string =>
  `${path}${path.includes('?') ? '&' : '?'}${position}`;

/** Two pods of which tests ask many places, while the provider refuses some of them. */
export class RefusalsRegion {
  private usedVillages = 0;
  /** How many lines of each pod's log are of earlier cases. */
  private readonly readLines = new Map<ApiProcess, number>();

  private constructor(
    readonly world: World,
    private readonly clock?: MovedClock,
  ) {}

  /**
   * @param redisUrl undefined = no shared store: each pod finds out for itself
   * @param clock of the pods, for `anHourLater`
   */
  static async start(redisUrl?: string, clock?: MovedClock): Promise<RefusalsRegion> {
    const store = redisUrl === undefined ? {} : { REDIS_URL: redisUrl };
    const environment = { ...store, ...SHORT_WINDOWS, ...clock?.environment };
    return new RefusalsRegion(await World.start({ apis: PODS, environment }), clock);
  }

  /** Begins a case on the same two pods: the cooldowns of the last one are over, and everything works again. */
  async anHourLater(): Promise<void> {
    const { apis, simulator } = this.world;
    for (const extra of apis.splice(PODS)) await extra.end('SIGKILL');
    simulator.fault = undefined;
    this.clock?.advance(HOUR_MS);
    for (const pod of apis) await eventually(() => this.works(pod));
    for (const pod of apis) this.readLines.set(pod, pod.lines.length);
    simulator.resetCalls();
  }

  private async works(pod: ApiProcess): Promise<boolean> {
    const position = this.freshPosition();
    const statuses: number[] = [];
    for (const path of DATASETS) statuses.push(await this.statusOf(at(path, position), pod));
    return statuses.every((status) => status === 200);
  }

  stop(): Promise<void> {
    return this.world.stop();
  }

  /** A position whose place no test of this region has asked for. */
  freshPosition(): string {
    return villagePosition(7 * (this.usedVillages += 1));
  }

  async statusOf(path: string, pod: ApiProcess = this.world.api): Promise<number> {
    const answer = await this.world.getOnce(path, pod);
    await answer.arrayBuffer();
    return answer.status;
  }

  /** The statuses of cold places for a dataset, asked of the pods in turn. */
  async statusesElsewhere(path: string): Promise<number[]> {
    const { apis } = this.world;
    const statuses: number[] = [];
    for (let place = 0; place < COLD_PLACES; place += 1) {
      const pod = apis[place % apis.length];
      statuses.push(await this.statusOf(at(path, this.freshPosition()), pod));
    }
    return statuses;
  }

  /** A known place whose conditions show a fault from now on. */
  async placeWith(fault: Omit<Fault, 'target'>): Promise<{ position: string; key: string }> {
    const { simulator } = this.world;
    simulator.fault = undefined;
    simulator.resetCalls();
    const position = this.freshPosition();
    await this.statusOf(at('/prcpt', position));
    const targets = Object.keys(simulator.calls.byTarget);
    const key = targets.find((target) => target.startsWith('currentconditions '))!.split(' ')[1]!;
    simulator.fault = { ...fault, target: key };
    simulator.resetCalls();
    return { position, key };
  }

  messages(level: string): string[] {
    const lines = this.world.apis.flatMap((api) => api.lines.slice(this.readLines.get(api)));
    return lines
      .filter((line) => line['log.level'] === level)
      .map(({ message }) => String(message));
  }

  /** Without a shared store each pod finds out for itself. */
  get maxProbes(): number {
    return this.world.apis.length;
  }
}
