import { Injectable } from '@nestjs/common';
import { Gauge, Registry } from 'prom-client';
import { Distribution } from '@app/observability/metrics/distribution.js';
import type { Spread } from '@app/observability/metrics/spread.js';
import { Tally, type Count } from '@app/observability/metrics/tally.js';
import {
  ReadThroughEvents,
  type ReadThroughEvent,
  type ServedName,
} from '@app/read-through/read-through-events.js';
import { ProviderCaches } from '../cache/provider-caches.js';

const LABELS = ['provider', 'dataset'] as const;
/** Of 1 to 72 hours: windows of the datasets. Places are older than that by their nature. */
const AGES_SECONDS = [60, 300, 600, 1_200, 3_600, 7_200, 21_600, 86_400, 259_200];
const AGELESS = new Set(['place', 'successor']);

interface Series {
  readonly results: Readonly<Record<ServedName, Count>>;
  readonly ages: Spread | undefined;
}

/** What the caches serve, how old that is, and how much they hold. */
@Injectable()
export class CacheMetrics {
  private readonly results;
  private readonly refreshes;
  private readonly lost;
  private readonly ages;
  /** By name of the cache. */
  private readonly series = new Map<string, Series>();

  constructor(registry: Registry, events: ReadThroughEvents, sources: ProviderCaches) {
    this.results = new Tally(registry, {
      name: 'mfapi_cache_results_total',
      help: 'Records served: fresh, stale, expired, or after a call of this pod or another.',
      labelNames: [...LABELS, 'result'],
    });
    this.refreshes = new Tally(registry, {
      name: 'mfapi_cache_refreshes_total',
      help: 'Refreshes behind an answer, and whether the provider answered.',
      labelNames: [...LABELS, 'result'],
    });
    this.lost = new Tally(registry, {
      name: 'mfapi_cache_leases_lost_total',
      help: 'Loads that took so long that another pod began the same one.',
      labelNames: LABELS,
    });
    this.ages = new Distribution(registry, {
      name: 'mfapi_cache_served_age_seconds',
      help: 'Age of the records served.',
      labelNames: LABELS,
      buckets: AGES_SECONDS,
    });
    showSizes(registry, sources);
    events.listen((event) => this.take(event));
  }

  private take(event: ReadThroughEvent): void {
    switch (event.name) {
      case 'store-up':
      case 'store-down':
      case 'bug':
        return;
      case 'refreshed':
        return this.refreshes.add(...labelsOf(event.cache), 'answered');
      case 'refresh-failed':
        return this.refreshes.add(...labelsOf(event.cache), 'failed');
      case 'lease-lost':
        return this.lost.add(...labelsOf(event.cache));
      case 'hit':
      case 'stale':
      case 'expired':
      case 'miss':
      case 'waited':
        return this.takeServed(event.cache, event.name, event.ageMs);
    }
  }

  private takeServed(cache: string, name: ServedName, ageMs: number): void {
    const { results, ages } = this.series.get(cache) ?? this.begin(cache);
    results[name].value += 1;
    ages?.observe(ageMs / 1_000);
  }

  private begin(cache: string): Series {
    const labels = labelsOf(cache);
    const count = (result: ServedName): Count => this.results.of(...labels, result);
    const series = {
      results: {
        hit: count('hit'),
        stale: count('stale'),
        expired: count('expired'),
        miss: count('miss'),
        waited: count('waited'),
      },
      ages: AGELESS.has(labels[1]) ? undefined : this.ages.of(...labels),
    };
    this.series.set(cache, series);
    return series;
  }
}

/** The fall-back's caches have its name before theirs. */
function labelsOf(cache: string): [provider: string, dataset: string] {
  const [dataset = '', provider = 'accwea'] = cache.split(':').toReversed();
  return [provider, dataset];
}

function showSizes(registry: Registry, { primary, fallback }: ProviderCaches): void {
  registry.registerMetric(
    new Gauge({
      name: 'mfapi_l1_entries',
      help: 'Records in memory.',
      labelNames: LABELS,
      registers: [],
      collect() {
        for (const source of fallback ? [primary, fallback] : [primary]) {
          for (const [dataset, size] of Object.entries(source.sizes())) {
            this.set({ provider: source.origin, dataset }, size);
          }
        }
      },
    }),
  );
}
