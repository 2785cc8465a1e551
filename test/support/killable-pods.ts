import { setTimeout as delay } from 'node:timers/promises';
import type { ApiProcess } from './api-process.js';
import { eventually } from './eventually.js';
import type { World } from './world.js';

/** The status of a request without a response, because its pod was killed. */
export const LOST = 0;

const RESTARTS_WITHIN_MS = 30_000;
/** A watch waits before its next request after an error. */
const RETRY_DELAY_MS = 50;

/** The pods of a world, some of which are killed while watches send requests. */
export class KillablePods {
  /** Undefined while a killed pod's replacement is not ready yet. */
  private readonly pods: (ApiProcess | undefined)[];
  private readonly restarts: Promise<void>[] = [];

  constructor(private readonly world: World) {
    this.pods = [...world.apis];
  }

  /**
   * Sends a request for every path, from `watchesPerPod` concurrent watches per pod or its replacement.
   * @returns the statuses
   */
  async requestAll(paths: readonly string[], watchesPerPod: number): Promise<Set<number>> {
    const statuses = new Set<number>();
    let next = 0;
    const watch = async (at: number): Promise<void> => {
      while (next < paths.length) {
        const pod = await eventually(() => this.pods[at], RESTARTS_WITHIN_MS);
        const status = await this.statusOf(paths[next++] ?? '', pod);
        statuses.add(status);
        if (status !== 200) await delay(RETRY_DELAY_MS);
      }
    };
    const watches = Array.from({ length: watchesPerPod }, () =>
      this.pods.map((_, at) => watch(at)),
    );
    await Promise.all(watches.flat());
    return statuses;
  }

  /**
   * Kills a running pod, but never the last one, and starts a replacement.
   * @param draw uniform in [0, 1), selects the pod
   */
  async kill(draw: number): Promise<void> {
    const running = await eventually(() => this.runningIfMany(), RESTARTS_WITHIN_MS);
    const at = running[Math.floor(draw * running.length)] ?? 0;
    const pod = this.pods[at];
    this.pods[at] = undefined;
    await pod?.end('SIGKILL');
    this.restarts.push(this.startAt(at));
  }

  /** Resolves when all replacements are ready. */
  async untilAllRestarted(): Promise<void> {
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
      // The pod was killed during the request.
      return LOST;
    }
  }
}
