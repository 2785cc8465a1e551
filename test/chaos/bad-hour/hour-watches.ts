import { CITIES } from '../../../packages/simulated-weather/world/cities.js';
import { villagePosition } from '../../support/positions.js';
import type { ApiProcess } from '../../support/api-process.js';
import type { World } from '../../support/world.js';
import type { MinuteCounts } from './minute-counts.js';

const PATHS = ['/v1/glance', '/v1/glance', '/v1/conditions', '/prcpt'];
/** One request in this many is for a place that was never asked for before. */
const NEW_EVERY = 200;

export const WARM_PLACES = CITIES.length;

/** Watches in every simulated city, and now and then one somewhere new; they alternate between the pods. */
export class HourWatches {
  private newPlaces = 0;

  constructor(
    private readonly world: World,
    private readonly counts: MinuteCounts,
  ) {}

  readonly send = async (index: number): Promise<number> => {
    const isWarm = index % NEW_EVERY !== NEW_EVERY - 1;
    const path = isWarm ? warmPath(index) : `/v1/conditions?${this.newPosition()}`;
    const { apis } = this.world;
    const { status, cacheStatus } = await this.answerOf(path, apis[index % apis.length]);
    this.counts.count(status, cacheStatus, isWarm);
    return status;
  };

  private async answerOf(
    path: string,
    api: ApiProcess | undefined,
  ): Promise<{ readonly status: number; readonly cacheStatus: string }> {
    try {
      const answer = await this.world.get(path, api);
      await answer.arrayBuffer();
      return { status: answer.status, cacheStatus: answer.headers.get('cache-status') ?? '' };
    } catch {
      // No answer is a result as well.
      return { status: 0, cacheStatus: '' };
    }
  }

  private newPosition(): string {
    this.newPlaces += 1;
    return villagePosition(this.newPlaces);
  }
}

function warmPath(index: number): string {
  const city = CITIES[(index * 7) % CITIES.length];
  const path = PATHS[Math.floor(index / CITIES.length) % PATHS.length];
  return `${path}?lt=${city?.latitude}&lg=${city?.longitude}`;
}
