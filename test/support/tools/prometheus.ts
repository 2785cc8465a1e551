import { PrometheusServer } from '../../../apps/board/prometheus/prometheus-server.js';
import { REDIS } from '../redis-server.js';
import { describeWith } from './describe-with.js';

/** Uses both from the PATH; without one of them these suites are reported as skipped. */
export const describeWithPrometheusAndRedis = describeWith(
  { name: 'prometheus', isInstalled: PrometheusServer.isInstalled() },
  REDIS,
);
