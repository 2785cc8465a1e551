import { describe } from '@jest/globals';
import { PrometheusServer } from '../../../apps/board/prometheus/prometheus-server.js';
import { describeWithRedis } from '../redis-server.js';

/** Uses both from the PATH; without one of them these suites are reported as skipped. */
export const describeWithPrometheusAndRedis = PrometheusServer.isInstalled()
  ? describeWithRedis
  : describe.skip;
