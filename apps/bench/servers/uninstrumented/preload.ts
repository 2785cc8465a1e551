// Preloaded (`--import`) into the product to measure it without access log and metrics. The product has no
// switch for metrics, and LOG_LEVEL would also hide the line with its URL.
import { RequestMetrics } from '@app/observability/metrics/request-metrics.js';
import { pino } from 'pino';
import { CacheMetrics } from '../../../../src/weather/metrics/cache.metrics.js';
import { CountryMetrics } from '../../../../src/weather/metrics/country.metrics.js';

const nothing = (): void => undefined;

RequestMetrics.prototype.follow = nothing;
CountryMetrics.prototype.follow = nothing;
Object.assign(CacheMetrics.prototype, { take: nothing });
// Only the access log calls isLevelEnabled before it writes.
const ofAllLoggers: object = Object.getPrototypeOf(Object.getPrototypeOf(pino()));
Object.assign(ofAllLoggers, { isLevelEnabled: () => false });
