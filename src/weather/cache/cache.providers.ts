import type { Provider } from '@nestjs/common';
import { Budget } from '@app/budget/budget.js';
import { CellGrid } from '@app/cells/cell-grid.js';
import { Clock } from '@app/clock/clock.js';
import { HandledErrorReporter } from '@app/observability/errors/handled-error-reporter.js';
import { MissLimit } from '@app/rate-limit/miss-limit.js';
import { ReadThroughEvents } from '@app/read-through/read-through-events.js';
import type { Config } from '../../config/config.js';
import { CONFIG } from '../../config/config.token.js';
import { SharedState } from '../../shared-state/shared-state.js';
import { EnabledProviders } from '../providers/enabled-providers.js';
import { Allowances } from './allowances.js';
import { CachesOptions } from './caches.js';
import { CostLevers } from './cost-levers.js';
import { FreshnessPolicy } from './freshness-policy.js';
import { cachesFor, ProviderCaches } from './provider-caches.js';
import { QuestionAllowance } from './question-allowance.js';

/** The grid of cells, the caches in front of the providers, and who may cause calls to these. */
export const cacheProviders: Provider[] = [
  {
    provide: FreshnessPolicy,
    inject: [CONFIG, Budget],
    useFactory: ({ windows, idleWindowSeconds }: Config, budget: Budget) =>
      new FreshnessPolicy(windows, budget, idleWindowSeconds * 1_000),
  },
  { provide: ReadThroughEvents, inject: [HandledErrorReporter], useFactory: reportedEvents },
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
  {
    provide: CostLevers,
    inject: [CONFIG],
    useFactory: ({ placeKeys, inferPlaces }: Config): CostLevers => ({ placeKeys, inferPlaces }),
  },
  {
    provide: ProviderCaches,
    inject: [EnabledProviders, FreshnessPolicy, CachesOptions, CostLevers, CellGrid],
    useFactory: cachesFor,
  },
  {
    provide: Allowances,
    inject: [MissLimit],
    useFactory: (limit: MissLimit): Allowances => ({
      forQuestion: (subject) => new QuestionAllowance(subject, limit),
    }),
  },
  { provide: CellGrid, inject: [CONFIG], useFactory: ({ cellGrid }: Config) => cellGrid },
];

function reportedEvents(reporter: HandledErrorReporter): ReadThroughEvents {
  const events = new ReadThroughEvents();
  events.on((event) => {
    if (event.name === 'bug') reporter.report(event.error);
  });
  return events;
}
