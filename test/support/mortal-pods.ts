import { setTimeout as delay } from 'node:timers/promises';
import type { ApiProcess } from './api-process.js';
import { eventually } from './eventually.js';
import type { World } from './world.js';

/** A request that no answer came to: its pod was killed. */
export const LOST = 0;

const BACK_WITHIN_MS = 30_000;
/** A watch that is refused does not ask again at once. */
const REST_MS = 50;

/** The pods of a world, of which some are killed while watches ask them. */
export class MortalPods {
  /** Undefined where one was killed and the next is not ready yet. */
  private readonly pods: (ApiProcess | undefined)[];
  private readonly restarts: Promise<void>[] = [];

  constructor(private readonly world: World) {
    this.pods = [...world.apis];
  }

  /**
   * So many watches ask each pod, or the one that comes in its place, until every path was asked for.
   * @returns the statuses that came
   */
  async askAll(paths: readonly string[], watchesPerPod: number): Promise<Set<number>> {
    const statuses = new Set<number>();
    let next = 0;
    const watch = async (at: number): Promise<void> => {
      while (next < paths.length) {
        const pod = await eventually(() => this.pods[at], BACK_WITHIN_MS);
        const status = await this.statusOf(paths[next++] ?? '', pod);
        statuses.add(status);
        if (status !== 200) await delay(REST_MS);
      }
    };
    const watches = Array.from({ length: watchesPerPod }, () =>
      this.pods.map((_, at) => watch(at)),
    );
    await Promise.all(watches.flat());
    return statuses;
  }

  /**
   * Kills one of those that run, but never the last, and starts another in its place.
   * @param draw uniform in [0, 1): which one
   */
  async kill(draw: number): Promise<void> {
    const running = await eventually(() => this.runningIfMany(), BACK_WITHIN_MS);
    const at = running[Math.floor(draw * running.length)] ?? 0;
    const pod = this.pods[at];
    this.pods[at] = undefined;
    await pod?.end('SIGKILL');
    this.restarts.push(this.startAt(at));
  }

  /** Resolves when all are back. */
  async whole(): Promise<void> {
    await Promise.all(this.restarts);
  }

  private runningIfMany(): number[] | undefined {
    const running = [...this.pods.keys()].filter((at) => this.pods[at]);
    return running.length > 1 ? running : undefined;
  }

  private async startAt(at: number): Promise<void> {
    this.pods[at] = await this.world.startApi();
  }

  private async statusOf(path: string, pod: ApiProcess): Promise<number> {
    try {
      const answer = await this.world.get(path, pod);
      await answer.arrayBuffer();
      return answer.status;
    } catch {
      // The pod was killed under the request, which is what this is for.
      return LOST;
    }
  }
}
