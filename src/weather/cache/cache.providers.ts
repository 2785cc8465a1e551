import type { Provider } from '@nestjs/common';
import { Budget } from '@app/budget/budget.js';
import { Clock } from '@app/clock/clock.js';
import { HandledErrorReporter } from '@app/observability/errors/handled-error-reporter.js';
import { NoSharedStore } from '@app/read-through/no-shared-store.js';
import { ReadThroughEvents } from '@app/read-through/read-through-events.js';
import { RedisStore } from '@app/read-through/redis-store.js';
import { SharedStore } from '@app/read-through/shared-store.js';
import { RedisConnection } from '@app/redis/redis-connection.js';
import { MissLimit } from '@app/rate-limit/miss-limit.js';
import type { Config } from '../../config/config.js';
import { EnabledProviders } from '../providers/enabled-providers.js';
import { CachesOptions } from './caches.js';
import { FreshnessPolicy } from './freshness-policy.js';
import { KEY_PREFIX } from './key-prefix.js';
import { cachesFor, ProviderCaches } from './provider-caches.js';

/** What the caches in front of the providers are made of; over Redis where there is one. */
export function cacheProviders(config: Config): Provider[] {
  const { windows, l1MaxEntries: maxEntries } = config;
  return [
    {
      provide: FreshnessPolicy,
      inject: [Budget],
      useFactory: (budget: Budget) => new FreshnessPolicy(windows, budget),
    },
    { provide: ReadThroughEvents, inject: [HandledErrorReporter], useFactory: toldEvents },
    {
      provide: SharedStore,
      inject: [Clock, ReadThroughEvents, { token: RedisConnection, optional: true }],
      useFactory: (clock: Clock, events: ReadThroughEvents, redis?: RedisConnection) =>
        redis ? new RedisStore(redis, KEY_PREFIX, clock, events) : new NoSharedStore(),
    },
    {
      provide: CachesOptions,
      inject: [SharedStore, Clock, ReadThroughEvents],
      useFactory: (store: SharedStore, clock: Clock, events: ReadThroughEvents): CachesOptions => ({
        store,
        clock,
        events,
        maxEntries,
        random: Math.random,
      }),
    },
    {
      provide: ProviderCaches,
      inject: [EnabledProviders, FreshnessPolicy, CachesOptions, MissLimit],
      useFactory: cachesFor,
    },
  ];
}

function toldEvents(unseen: HandledErrorReporter): ReadThroughEvents {
  const events = new ReadThroughEvents();
  events.on((event) => {
    if (event.name === 'bug') unseen.report(event.error);
  });
  return events;
}
