import type { Provider } from '@nestjs/common';
import { Clock } from '@app/clock/clock.js';
import { NoSharedStore } from '@app/read-through/no-shared-store.js';
import { ReadThroughEvents } from '@app/read-through/read-through-events.js';
import { RedisStore } from '@app/read-through/redis-store.js';
import { SharedStore } from '@app/read-through/shared-store.js';
import { RedisConnection } from '@app/redis/redis-connection.js';
import type { Config } from '../../config/config.js';
import { WeatherProvider } from '../weather-provider.js';
import { WeatherSources } from '../weather-sources.js';
import { Caches } from './caches.js';
import { FreshnessPolicy } from './freshness-policy.js';
import { WeatherCache } from './weather-cache.js';

/** Changes when a stored record changes its meaning; releases that differ in it share nothing. */
const KEY_PREFIX = 'mfapi:v1:';

/** The caches in front of the sources, over Redis where there is one. */
export function cacheProviders(config: Config): Provider[] {
  return [
    { provide: FreshnessPolicy, useValue: new FreshnessPolicy(config.windows) },
    ReadThroughEvents,
    {
      provide: SharedStore,
      inject: [Clock, ReadThroughEvents, { token: RedisConnection, optional: true }],
      useFactory: (clock: Clock, events: ReadThroughEvents, redis?: RedisConnection) =>
        redis ? new RedisStore(redis, KEY_PREFIX, clock, events) : new NoSharedStore(),
    },
    {
      provide: WeatherSources,
      inject: [WeatherProvider, FreshnessPolicy, SharedStore, Clock, ReadThroughEvents],
      useFactory: (
        provider: WeatherProvider,
        policy: FreshnessPolicy,
        store: SharedStore,
        clock: Clock,
        events: ReadThroughEvents,
      ): WeatherSources => {
        const options = {
          store,
          clock,
          events,
          maxEntries: config.l1MaxEntries,
          random: Math.random,
        };
        const freeOfCharge = <T>(_subject: string, call: () => Promise<T>): Promise<T> => call();
        return {
          primary: new WeatherCache(provider, policy, new Caches(options), freeOfCharge),
          fallback: undefined,
        };
      },
    },
  ];
}
