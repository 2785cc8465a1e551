import type { Provider } from '@nestjs/common';
import { BudgetMetrics } from './budget.metrics.js';
import { CacheMetrics } from './cache.metrics.js';
import { CountryMetrics } from './country.metrics.js';
import { UpstreamMetrics } from './upstream.metrics.js';

/** Each listens to events, or reads a state on scrape; nothing depends on them. */
export const metricsProviders: Provider[] = [
  CacheMetrics,
  UpstreamMetrics,
  BudgetMetrics,
  CountryMetrics,
];
