import { ChaosRegion } from './chaos-region.js';
import { Watches } from '../watches/watches.js';

export interface WatchedRegion {
  readonly region: ChaosRegion;
  readonly watches: Watches;
}

/** Regions shared by concurrent trials, which mostly wait. Started on demand. */
export class RegionPool {
  private readonly started: Promise<WatchedRegion>[] = [];
  private readonly free: WatchedRegion[] = [];
  private readonly waiting: ((entry: WatchedRegion) => void)[] = [];

  constructor(private readonly size: number) {}

  async with<T>(work: (entry: WatchedRegion) => Promise<T>): Promise<T> {
    const entry = await this.take();
    try {
      return await work(entry);
    } finally {
      const next = this.waiting.shift();
      if (next) next(entry);
      else this.free.push(entry);
    }
  }

  async stop(): Promise<void> {
    for (const entry of await Promise.allSettled(this.started)) {
      if (entry.status === 'fulfilled') await entry.value.region.stop();
    }
  }

  private take(): Promise<WatchedRegion> {
    const entry = this.free.pop();
    if (entry) return Promise.resolve(entry);
    if (this.started.length < this.size) {
      const starting = startWatchedRegion();
      this.started.push(starting);
      return starting;
    }
    return new Promise((resolve) => this.waiting.push(resolve));
  }
}

async function startWatchedRegion(): Promise<WatchedRegion> {
  const region = await ChaosRegion.start();
  return { region, watches: new Watches(region) };
}
