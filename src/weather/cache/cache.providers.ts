import type { Provider } from '@nestjs/common';
import { Budget } from '@app/budget/budget.js';
import { Clock } from '@app/clock/clock.js';
import { UnseenErrors } from '@app/observability/errors/unseen-errors.js';
import { ReadThroughEvents } from '@app/read-through/read-through-events.js';
import type { Config } from '../../config/config.js';
import { CONFIG } from '../../config/config.token.js';
import { SharedState } from '../../shared-state/shared-state.js';
import { CachesOptions } from './caches.js';
import { FreshnessPolicy } from './freshness-policy.js';

/** What the caches in front of the providers are made of. */
export const cacheProviders: Provider[] = [
  {
    provide: FreshnessPolicy,
    inject: [CONFIG, Budget],
    useFactory: ({ windows }: Config, budget: Budget) => new FreshnessPolicy(windows, budget),
  },
  { provide: ReadThroughEvents, inject: [UnseenErrors], useFactory: toldEvents },
  {
    provide: CachesOptions,
    inject: [CONFIG, SharedState, Clock, ReadThroughEvents],
    useFactory: (
      { l1MaxEntries: maxEntries }: Config,
      state: SharedState,
      clock: Clock,
      events: ReadThroughEvents,
    ): CachesOptions => ({
      store: state.store('records', events),
      placeStore: state.store('places', events),
      clock,
      events,
      maxEntries,
      random: Math.random,
    }),
  },
];

function toldEvents(unseen: UnseenErrors): ReadThroughEvents {
  const events = new ReadThroughEvents();
  events.listen((event) => {
    if (event.name === 'bug') unseen.tell(event.error);
  });
  return events;
}
