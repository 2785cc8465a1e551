import type { Provider } from '@nestjs/common';
import { Budget } from '@app/budget/budget.js';
import { Clock } from '@app/clock/clock.js';
import { UnseenErrors } from '@app/observability/errors/unseen-errors.js';
import { NoSharedStore } from '@app/read-through/no-shared-store.js';
import { ReadThroughEvents } from '@app/read-through/read-through-events.js';
import { RedisStore } from '@app/read-through/redis-store.js';
import { RedisConnection } from '@app/redis/redis-connection.js';
import type { Config } from '../../config/config.js';
import { redisKeyPrefix } from '../../redis-keys.js';
import { CachesOptions } from './caches.js';
import { FreshnessPolicy } from './freshness-policy.js';

/** What the caches in front of the providers are made of; over Redis where there is one. */
export function cacheProviders({ windows, l1MaxEntries: maxEntries }: Config): Provider[] {
  return [
    {
      provide: FreshnessPolicy,
      inject: [Budget],
      useFactory: (budget: Budget) => new FreshnessPolicy(windows, budget),
    },
    { provide: ReadThroughEvents, inject: [UnseenErrors], useFactory: toldEvents },
    {
      provide: CachesOptions,
      inject: [Clock, ReadThroughEvents, { token: RedisConnection, optional: true }],
      useFactory: (
        clock: Clock,
        events: ReadThroughEvents,
        redis?: RedisConnection,
      ): CachesOptions => {
        const storeOf = (meaning: 'records' | 'places') =>
          redis
            ? new RedisStore(redis, redisKeyPrefix(meaning), clock, events)
            : new NoSharedStore();
        return {
          store: storeOf('records'),
          placeStore: storeOf('places'),
          clock,
          events,
          maxEntries,
          random: Math.random,
        };
      },
    },
  ];
}

function toldEvents(unseen: UnseenErrors): ReadThroughEvents {
  const events = new ReadThroughEvents();
  events.listen((event) => {
    if (event.name === 'bug') unseen.tell(event.error);
  });
  return events;
}
