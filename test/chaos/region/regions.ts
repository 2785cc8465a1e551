import { Region } from './region.js';
import { Watches } from '../watches/watches.js';

export interface Crew {
  readonly region: Region;
  readonly watches: Watches;
}

/** Regions that trials take turns in, since a trial mostly waits. Started when they are wanted. */
export class Regions {
  private readonly started: Promise<Crew>[] = [];
  private readonly free: Crew[] = [];
  private readonly waiting: ((crew: Crew) => void)[] = [];

  constructor(private readonly atMost: number) {}

  async with<T>(work: (crew: Crew) => Promise<T>): Promise<T> {
    const crew = await this.take();
    try {
      return await work(crew);
    } finally {
      const next = this.waiting.shift();
      if (next) next(crew);
      else this.free.push(crew);
    }
  }

  async stop(): Promise<void> {
    for (const crew of await Promise.allSettled(this.started)) {
      if (crew.status === 'fulfilled') await crew.value.region.stop();
    }
  }

  private take(): Promise<Crew> {
    const crew = this.free.pop();
    if (crew) return Promise.resolve(crew);
    if (this.started.length < this.atMost) {
      const starting = startCrew();
      this.started.push(starting);
      return starting;
    }
    return new Promise((resolve) => this.waiting.push(resolve));
  }
}

async function startCrew(): Promise<Crew> {
  const region = await Region.start();
  return { region, watches: new Watches(region) };
}
