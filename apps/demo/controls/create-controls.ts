import type { Controls } from './control.js';
import type { LocalRedis } from '../../../packages/local-redis/local-redis.js';
import { FAILS, ProviderTrouble, SLOW } from './provider-trouble.control.js';
import { RedisCrash } from './redis-crash.control.js';
import { WatchBurst } from './burst/watch-burst.control.js';

export interface ControlledStack {
  readonly apiUrl: string;
  readonly issuerUrl: string;
  /** Of the API. */
  readonly metricsUrl: string;
  /** Undefined with the real provider. */
  readonly simulatorUrl: string | undefined;
  /** Undefined where there is none. */
  readonly redis: LocalRedis | undefined;
}

export function createControls({ simulatorUrl, redis, ...urls }: ControlledStack): Controls {
  return {
    'provider-fails': new ProviderTrouble(simulatorUrl, FAILS),
    'provider-slow': new ProviderTrouble(simulatorUrl, SLOW),
    'redis-dies': new RedisCrash(redis),
    burst: new WatchBurst(simulatorUrl === undefined ? undefined : urls),
  };
}
