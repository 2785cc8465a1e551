import { Control, type Sentences } from './control.js';
import type { LocalRedis } from '../../../packages/local-redis/local-redis.js';

const SAYS: Sentences = {
  on: 'Redis is killed. The pod answers from its own memory.',
  off: 'Redis runs again, empty.',
};

/** Kills the Redis of the demo, and starts it again, empty. */
export class RedisCrash extends Control {
  private wasUsed = false;

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

  get progress(): string {
    return this.wasUsed ? SAYS[this.isOn ? 'on' : 'off'] : '';
  }

  override async turn(on: boolean): Promise<void> {
    await (on ? this.redis?.stop() : this.redis?.start());
    this.wasUsed = true;
  }
}
