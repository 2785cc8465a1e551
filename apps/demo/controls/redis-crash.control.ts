import { Control } from './control.js';
import type { LocalRedis } from '../../../packages/local-redis/local-redis.js';

/** Kills the Redis of the demo, and starts it again, empty. */
export class RedisCrash extends Control {
  readonly progress = '';

  /** @param redis undefined where there is no `redis-server` */
  constructor(private readonly redis: LocalRedis | undefined) {
    super();
  }

  get unavailable(): string | null {
    return this.redis ? null : 'There is no redis-server on this machine.';
  }

  get isOn(): boolean {
    return this.redis?.running === false;
  }

  override async turn(on: boolean): Promise<void> {
    await (on ? this.redis?.stop() : this.redis?.start());
  }
}
