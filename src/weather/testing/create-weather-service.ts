import { parseCellGrid } from '@app/cells/parse-cell-grid.js';
import type { Clock } from '@app/clock/clock.js';
import { NoSharedStore } from '@app/read-through/no-shared-store.js';
import { ReadThroughEvents } from '@app/read-through/read-through-events.js';
import { Caches } from '../cache/caches.js';
import { NO_LEVERS } from '../cache/cost-levers.js';
import { FreshnessPolicy } from '../cache/freshness-policy.js';
import type { Allowances } from '../cache/allowances.js';
import { ProviderCache } from '../cache/provider-cache.js';
import { ProviderCaches } from '../cache/provider-caches.js';
import type { WeatherProvider } from '../providers/weather-provider.js';
import { WeatherService } from '../weather.service.js';

interface Options {
  readonly clock: Clock;
  readonly allowances?: Allowances;
  readonly maxEntries?: number;
}

const UNLIMITED: Allowances = { forQuestion: () => undefined };

/** Creates a service over these providers, with empty caches and without a shared store. */
export function createWeatherService(
  providers: readonly WeatherProvider[],
  { clock, allowances = UNLIMITED, maxEntries = 100 }: Options,
): WeatherService {
  const [store, events, policy] = [
    new NoSharedStore(),
    new ReadThroughEvents(),
    new FreshnessPolicy({}),
  ];
  // The middle of the jitter range: windows are exactly as in the rules.
  const options = { store, placeStore: store, clock, events, maxEntries, random: () => 0.5 };
  const grid = parseCellGrid('degrees:0.01');
  const caches = providers.map((provider) => {
    const own = new Caches(options, provider.descriptor, policy);
    return new ProviderCache(provider, policy, own, NO_LEVERS, grid);
  });
  return new WeatherService(grid, new ProviderCaches(caches), clock, allowances);
}
