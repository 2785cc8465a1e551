import { parseCellGrid } from '@app/cells/parse-cell-grid.js';
import type { Clock } from '@app/clock/clock.js';
import { NoSharedStore } from '@app/read-through/no-shared-store.js';
import { ReadThroughEvents } from '@app/read-through/read-through-events.js';
import { Caches } from '../cache/caches.js';
import { FreshnessPolicy } from '../cache/freshness-policy.js';
import { ProviderCache, type AllowanceOf } from '../cache/provider-cache.js';
import { ProviderCaches } from '../cache/provider-caches.js';
import type { WeatherProvider } from '../providers/weather-provider.js';
import { WeatherService } from '../weather.service.js';

interface Options {
  readonly clock: Clock;
  readonly allowanceOf?: AllowanceOf;
  readonly maxEntries?: number;
}

const unlimited: AllowanceOf = () => undefined;

/** Creates a service over these providers, with empty caches and without a shared store. */
export function createWeatherService(
  providers: readonly WeatherProvider[],
  { clock, allowanceOf = unlimited, maxEntries = 100 }: Options,
): WeatherService {
  const [store, events, policy] = [
    new NoSharedStore(),
    new ReadThroughEvents(),
    new FreshnessPolicy({}),
  ];
  // The middle of the jitter range: windows are exactly as in the rules.
  const options = { store, placeStore: store, clock, events, maxEntries, random: () => 0.5 };
  const caches = providers.map((provider) => {
    const own = new Caches(options, provider.descriptor, policy);
    return new ProviderCache(provider, policy, own, allowanceOf);
  });
  return new WeatherService(parseCellGrid('degrees:0.01'), new ProviderCaches(caches), clock);
}
