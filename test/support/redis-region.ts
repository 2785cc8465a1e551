import { expect } from '@jest/globals';
import type { ApiProcess, LogLine } from './api-process.js';
import { eventually } from './eventually.js';
import { villagePosition } from './positions.js';
import { World } from './world.js';

/** Cached by every pod before the trouble. */
const WARM = '/prcpt?lt=48.8566&lg=2.3522';

/** Two pods and the Redis that they share, with what shows whether they use it. */
export class RedisRegion {
  private constructor(
    readonly world: World,
    private positionsUsed: number,
  ) {}

  static async start(environment: Readonly<Record<string, string>>): Promise<RedisRegion> {
    const region = new RedisRegion(await World.start({ apis: 2, environment }), 0);
    await region.expectWarmAnswers();
    return region;
  }

  stop(): Promise<void> {
    return this.world.stop();
  }

  async expectWarmAnswers(): Promise<void> {
    for (const pod of this.world.apis) expect(await this.statusOf(WARM, pod)).toBe(200);
  }

  /**
   * Requests a new position from both pods; every answer must be 200.
   * @returns the searches that it cost: 1 when the pods share Redis, 2 when each works alone
   */
  async searchesForNewPosition(): Promise<number> {
    const before = this.searches;
    const path = `/prcpt?${villagePosition((this.positionsUsed += 1))}`;
    for (const pod of this.world.apis) expect(await this.statusOf(path, pod)).toBe(200);
    return this.searches - before;
  }

  /** Waits until the pods share Redis. */
  async untilShared(withinMs: number): Promise<void> {
    await eventually(async () => (await this.searchesForNewPosition()) === 1, withinMs);
  }

  private get searches(): number {
    return this.world.simulator.calls.byEndpoint.search;
  }

  async statusOf(path: string, pod: ApiProcess): Promise<number> {
    const answer = await this.world.get(path, pod);
    await answer.arrayBuffer();
    return answer.status;
  }

  /** Marks the present end of each pod's log; the result returns the lines after it that match. */
  followLogs(): (pattern: RegExp) => LogLine[][] {
    const marks = this.world.apis.map(({ lines }) => lines.length);
    return (pattern) =>
      this.world.apis.map(({ lines }, pod) =>
        lines.slice(marks[pod]).filter(({ message = '' }) => pattern.test(message)),
      );
  }
}
