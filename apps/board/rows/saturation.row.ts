import { badFrom, badUnder } from '../grafana/limits.js';
import { figure, lines } from '../grafana/panels.js';
import { selected, perSecond } from '../promql.js';
import type { Row } from './row.js';

const SLOW = 'Answers are slow';
const CRASH = 'Pods crash again and again';
const LIMIT_BYTES = 512 * 2 ** 20;

export function saturationRow(): Row {
  return {
    title: 'Saturation',
    panels: [cpu(), memory(), eventLoop(), pods(), restarts(), redis(), records(), tokens()],
  };
}

function cpu() {
  return lines(
    {
      title: 'CPU per pod',
      normal: 'below 0.3 cores; the autoscaler adds pods at 60 % of the request (0.5).',
      otherwise: 'near 1 core with the autoscaler at its maximum: raise maxReplicas.',
      runbook: SLOW,
    },
    {
      'cores {{pod}}': `sum by (pod) (${perSecond('process_cpu_seconds_total')})`,
      'event loop utilization {{pod}}': `max by (pod) (${selected('mfapi_event_loop_utilization_ratio')})`,
    },
    { limit: badFrom(0.8) },
  );
}

function memory() {
  const resident = selected('process_resident_memory_bytes');
  return lines(
    {
      title: 'Memory per pod',
      normal: '150 to 250 MiB.',
      otherwise: 'at 512 MiB the pod is killed: raise the limit or lower L1_MAX_ENTRIES.',
      runbook: CRASH,
    },
    {
      'resident {{pod}}': `sum by (pod) (${resident})`,
      'heap {{pod}}': `sum by (pod) (${selected('nodejs_heap_used_bytes')})`,
    },
    { unit: 'bytes', limit: badFrom(LIMIT_BYTES) },
  );
}

function eventLoop() {
  return lines(
    {
      title: 'Event loop delay per pod',
      normal: 'p99 below 10 ms; the maximum below 100 ms, except at the start.',
      otherwise: 'seconds: the liveness probe will fail. Save the log, then roll back.',
      runbook: CRASH,
    },
    {
      'p99 {{pod}}': `max by (pod) (${selected('mfapi_event_loop_delay_p99_seconds')})`,
      'maximum {{pod}}': `max by (pod) (${selected('mfapi_event_loop_delay_max_seconds')})`,
    },
    { unit: 's', limit: badFrom(1) },
  );
}

function pods() {
  return figure(
    {
      title: 'Pods by version',
      normal: 'one version and at least three pods per region; two versions during a rollout.',
      otherwise: 'fewer: see kubectl get pods,hpa.',
      runbook: 'No user is served',
    },
    { '{{region}} {{version}}': `count by (region, version) (${selected('mfapi_build_info')})` },
    { inRowOf: 6 },
  );
}

function restarts() {
  const started = selected('process_start_time_seconds');
  return figure(
    {
      title: 'Restarts in 30 minutes',
      normal: 'none.',
      otherwise: 'more than two: kubectl logs POD --previous.',
      runbook: CRASH,
    },
    { restarts: `sum(changes(${started}[30m]))` },
    { inRowOf: 6, limit: badFrom(2) },
  );
}

function redis() {
  return figure(
    {
      title: 'Share of pods that use Redis',
      normal: '100 %.',
      otherwise:
        'each pod has its share of the reserve only, see the runbook. Do not restart pods.',
      runbook: 'Redis is away',
    },
    { '{{region}}': `avg by (region) (${selected('mfapi_redis_up')})` },
    { inRowOf: 6, unit: 'percentunit', limit: badUnder(1) },
  );
}

function records() {
  return lines(
    {
      title: 'Records in memory',
      normal: 'below L1_MAX_ENTRIES (40 000) per dataset and pod.',
      otherwise:
        'at the limit the oldest are evicted and read from Redis again: more Redis reads, but no more provider calls.',
    },
    { '{{pod}} {{dataset}}': `sum by (pod, dataset) (${selected('mfapi_l1_entries')})` },
    { inRowOf: 4 },
  );
}

function tokens() {
  const lookups = perSecond('mfapi_token_lookups_total');
  return lines(
    {
      title: 'Token cache lookups',
      normal: 'as many “known” (cache hits) as watches ask again within ten minutes.',
      otherwise:
        'many “unknown”: the ingress does not hash by Authorization (docs/deploy.md), TOKEN_CACHE_MAX_ENTRIES is too low, or watches fetch a new token each time.',
      runbook: SLOW,
    },
    { '{{result}}': `sum by (result) (${lookups})` },
    { inRowOf: 4, unit: 'ops' },
  );
}
