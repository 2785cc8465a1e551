import { OpenMeteoSimulator } from '../../apps/open-meteo-simulator/open-meteo-simulator.js';
import { MovedClock } from './preloads/moved-clock.js';
import { World } from './world.js';

/** A world in which AccuWeather has no place anywhere, so that Open-Meteo answers. */
export class FallbackWorld {
  private constructor(
    readonly world: World,
    readonly openMeteo: OpenMeteoSimulator,
    private readonly clock: MovedClock,
  ) {}

  /** @param atMs the time of the API at the start, and of the weather */
  static async start(atMs: number): Promise<FallbackWorld> {
    const openMeteo = new OpenMeteoSimulator({ now: () => atMs });
    const { url } = await openMeteo.start();
    const clock = new MovedClock(atMs);
    const fallback = { FALLBACK_PROVIDER: 'open-meteo', OPEN_METEO_URL: url };
    const environment = { ...clock.environment, ...fallback };
    const world = await World.start({ environment, now: () => atMs });
    world.simulator.fault = { kind: 'null', endpoint: 'search' };
    return new FallbackWorld(world, openMeteo, clock);
  }

  async stop(): Promise<void> {
    await Promise.all([this.world.stop(), this.openMeteo.stop()]);
    this.clock.remove();
  }
}
