import { Injectable } from '@nestjs/common';
import { Gauge, Registry } from 'prom-client';
import { LabelledHistogram } from '@app/observability/metrics/labelled-histogram.js';
import type { HistogramSeries } from '@app/observability/metrics/histogram-series.js';
import {
  LabelledCounter,
  type CounterSeries,
} from '@app/observability/metrics/labelled-counter.js';
import {
  ReadThroughEvents,
  type ReadThroughEvent,
  type ServedName,
} from '@app/read-through/read-through-events.js';
import { ProviderCaches } from '../cache/provider-caches.js';
import { DATASET_NAMES } from '../datasets/registry.js';
import { PROVIDERS } from '../providers/providers.js';

const LABELS = ['provider', 'dataset'] as const;
/** Up to 72 hours, like the windows of the datasets. Places are much older, and omitted. */
const AGES_SECONDS = [60, 300, 600, 1_200, 3_600, 7_200, 21_600, 86_400, 259_200];

interface Series {
  readonly results: Readonly<Record<ServedName, CounterSeries>>;
  readonly ages: HistogramSeries | undefined;
}

/** Metrics of the caches: results, age of the served records, and size. */
@Injectable()
export class CacheMetrics {
  private readonly results;
  private readonly refreshes;
  private readonly leasesLost;
  private readonly ages;
  /** By cache name. */
  private readonly series = new Map<string, Series>();

  constructor(registry: Registry, events: ReadThroughEvents, caches: ProviderCaches) {
    this.results = new LabelledCounter(registry, {
      name: 'mfapi_cache_results_total',
      help: 'Records served: fresh (hit), stale, expired, after a call of this pod (miss) or of another caller (waited).',
      labelNames: [...LABELS, 'result'],
    });
    this.refreshes = new LabelledCounter(registry, {
      name: 'mfapi_cache_refreshes_total',
      help: 'Background refreshes, by whether the provider answered.',
      labelNames: [...LABELS, 'result'],
    });
    this.leasesLost = new LabelledCounter(registry, {
      name: 'mfapi_cache_leases_lost_total',
      help: 'Loads that took so long that another pod started the same load.',
      labelNames: LABELS,
    });
    this.ages = new LabelledHistogram(registry, {
      name: 'mfapi_cache_served_age_seconds',
      help: 'Age of the records served.',
      labelNames: LABELS,
      buckets: AGES_SECONDS,
    });
    registerSizes(registry, caches);
    events.on((event) => this.record(event));
  }

  private record(event: ReadThroughEvent): void {
    switch (event.name) {
      case 'store-up':
      case 'store-down':
      case 'bug':
        return;
      case 'refreshed':
        return this.refreshes.inc(...labelsOf(event.cache), 'answered');
      case 'refresh-failed':
        return this.refreshes.inc(...labelsOf(event.cache), 'failed');
      case 'lease-lost':
        return this.leasesLost.inc(...labelsOf(event.cache));
      case 'hit':
      case 'stale':
      case 'expired':
      case 'miss':
      case 'waited':
        return this.recordServed(event.cache, event.name, event.ageMs);
    }
  }

  private recordServed(cache: string, name: ServedName, ageMs: number): void {
    const { results, ages } = this.series.get(cache) ?? this.createSeries(cache);
    results[name].value += 1;
    ages?.observe(ageMs / 1_000);
  }

  private createSeries(cache: string): Series {
    const labels = labelsOf(cache);
    const count = (result: ServedName): CounterSeries => this.results.series(...labels, result);
    const series = {
      results: {
        hit: count('hit'),
        stale: count('stale'),
        expired: count('expired'),
        miss: count('miss'),
        waited: count('waited'),
      },
      ages: isDataset(labels[1]) ? this.ages.series(...labels) : undefined,
    };
    this.series.set(cache, series);
    return series;
  }
}

/** The name of a cache begins with its provider's prefix, which may be empty. */
function labelsOf(cache: string): [provider: string, dataset: string] {
  const owner = PROVIDERS.map(({ descriptor }) => descriptor)
    .toSorted((a, b) => b.cachePrefix.length - a.cachePrefix.length)
    .find(({ cachePrefix }) => cache.startsWith(cachePrefix));
  return [owner?.name ?? 'unknown', cache.slice(owner?.cachePrefix.length)];
}

function isDataset(name: string): boolean {
  return DATASET_NAMES.some((dataset) => dataset === name);
}

function registerSizes(registry: Registry, { inOrder }: ProviderCaches): void {
  registry.registerMetric(
    new Gauge({
      name: 'mfapi_l1_entries',
      help: 'Records in memory.',
      labelNames: LABELS,
      registers: [],
      collect() {
        for (const cache of inOrder) {
          for (const [dataset, size] of Object.entries(cache.sizes())) {
            this.set({ provider: cache.descriptor.name, dataset }, size);
          }
        }
      },
    }),
  );
}
