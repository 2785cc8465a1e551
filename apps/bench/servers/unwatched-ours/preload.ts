// Preloaded (`--import`) into our own server, so that it is measured without its metrics: the product
// has no switch for them.
import { RequestMetrics } from '@app/observability/metrics/request-metrics.js';
import { CacheMetrics } from '../../../../src/weather/metrics/cache.metrics.js';
import { CountryMetrics } from '../../../../src/weather/metrics/country.metrics.js';

const nothing = (): void => undefined;

RequestMetrics.prototype.follow = nothing;
CountryMetrics.prototype.follow = nothing;
Object.assign(CacheMetrics.prototype, { take: nothing });
