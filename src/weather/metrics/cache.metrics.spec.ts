import { beforeEach, describe, expect, it } from '@jest/globals';
import { Registry } from 'prom-client';
import { ReadThroughEvents } from '@app/read-through/read-through-events.js';
import type { ProviderCaches } from '../cache/provider-caches.js';
import { CacheMetrics } from './cache.metrics.js';

const HOUR_MS = 3_600_000;

let registry: Registry;
let events: ReadThroughEvents;

beforeEach(() => {
  registry = new Registry();
  events = new ReadThroughEvents();
  const cache = { descriptor: { name: 'accwea' }, sizes: () => ({ place: 3, conditions: 2 }) };
  void new CacheMetrics(registry, events, { inOrder: [cache] } as unknown as ProviderCaches);
});

const lines = async (): Promise<string[]> => (await registry.metrics()).split('\n');

describe('CacheMetrics', () => {
  it.each(['hit', 'stale', 'expired', 'miss', 'waited'] as const)('counts a %s', async (name) => {
    events.emit({ name, cache: 'conditions', ageMs: 0 });

    expect(await lines()).toContain(
      `mfapi_cache_results_total{provider="accwea",dataset="conditions",result="${name}"} 1`,
    );
  });

  it('separates the caches of the fallback provider from those of the primary provider', async () => {
    events.emit({ name: 'hit', cache: 'open-meteo:daily', ageMs: 0 });

    expect(await lines()).toContain(
      'mfapi_cache_results_total{provider="open-meteo",dataset="daily",result="hit"} 1',
    );
  });

  it('reports the age of served weather, but not of places', async () => {
    events.emit({ name: 'expired', cache: 'hourly', ageMs: HOUR_MS });
    events.emit({ name: 'hit', cache: 'place', ageMs: 1_000 * HOUR_MS });
    const ages = (await lines()).filter((line) => line.includes('served_age_seconds_sum'));

    expect(ages).toEqual([
      'mfapi_cache_served_age_seconds_sum{provider="accwea",dataset="hourly"} 3600',
    ]);
  });

  it('counts background refreshes and lost leases', async () => {
    events.emit({ name: 'refreshed', cache: 'alerts' });
    events.emit({ name: 'refresh-failed', cache: 'alerts' });
    events.emit({ name: 'lease-lost', cache: 'alerts' });

    expect(await lines()).toEqual(
      expect.arrayContaining([
        'mfapi_cache_refreshes_total{provider="accwea",dataset="alerts",result="answered"} 1',
        'mfapi_cache_refreshes_total{provider="accwea",dataset="alerts",result="failed"} 1',
        'mfapi_cache_leases_lost_total{provider="accwea",dataset="alerts"} 1',
      ]),
    );
  });

  it('reports the number of records in memory', async () => {
    expect(await lines()).toContain('mfapi_l1_entries{provider="accwea",dataset="place"} 3');
  });
});
