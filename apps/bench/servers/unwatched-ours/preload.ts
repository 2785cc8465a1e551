// Preloaded (`--import`) into our own server, so that it is measured without access log and metrics: the
// product has no switch for the latter, and without the former's level nobody would learn its address.
import { RequestMetrics } from '@app/observability/metrics/request-metrics.js';
import { pino } from 'pino';
import { CacheMetrics } from '../../../../src/weather/metrics/cache.metrics.js';
import { CountryMetrics } from '../../../../src/weather/metrics/country.metrics.js';

const nothing = (): void => undefined;

RequestMetrics.prototype.follow = nothing;
CountryMetrics.prototype.follow = nothing;
Object.assign(CacheMetrics.prototype, { take: nothing });
// Only the access log asks before it writes.
const ofAllLoggers: object = Object.getPrototypeOf(Object.getPrototypeOf(pino()));
Object.assign(ofAllLoggers, { isLevelEnabled: () => false });
