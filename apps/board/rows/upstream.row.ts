import { areas, lines } from '../grafana/panels.js';
import { selected, perSecond, quantileOf } from '../promql.js';
import type { Row } from './row.js';

const STALE = 'Much is stale';

export function upstreamRow(): Row {
  return {
    title: 'Upstream',
    panels: [calls(), durations(), pending(), breakers(), pauses(), refusals()],
  };
}

function calls() {
  const made = perSecond('mfapi_upstream_calls_total');
  return areas(
    {
      title: 'Calls by outcome',
      normal: 'few calls, all ok: one call per place and window over all pods.',
      otherwise:
        'unauthorized: latched off. quota: spent, possibly by others. timeout, network, failing: the provider is down.',
      runbook: STALE,
    },
    { '{{provider}} {{dataset}} {{outcome}}': `sum by (provider, dataset, outcome) (${made})` },
    { unit: 'ops' },
  );
}

function durations() {
  const metric = 'mfapi_upstream_call_duration_seconds';
  const by = 'provider, dataset';
  return lines(
    {
      title: 'Call duration, p95',
      normal: '100 to 300 ms.',
      otherwise:
        'near 3 s calls time out, and misses wait as long. See the provider’s status page.',
      runbook: 'Answers are slow',
    },
    { '{{provider}} {{dataset}}': quantileOf({ quantile: 0.95, metric, by }) },
    { unit: 's' },
  );
}

function pending() {
  const inFlight = selected('mfapi_upstream_calls_pending');
  const limit = selected('mfapi_upstream_calls_limit');
  return lines(
    {
      title: 'Calls in flight',
      normal: 'a few are “running”, none are “waiting”.',
      otherwise:
        'waiting calls: the provider is slow, or many new places are requested at once. A limit under 16 per pod and dataset: calls fail.',
      runbook: 'Answers are slow',
    },
    {
      '{{provider}} {{state}}': `sum by (provider, state) (${inFlight})`,
      '{{provider}} limit': `sum by (provider) (${limit})`,
    },
  );
}

function breakers() {
  const open = selected('mfapi_upstream_breaker_state', 'state!="closed"');
  return lines(
    {
      title: 'Circuit breakers that are not closed',
      normal: 'none in any pod.',
      otherwise: 'open: five calls in a row failed; it probes by itself, one call at a time.',
      runbook: STALE,
    },
    { '{{provider}} {{dataset}} {{state}}': `sum by (provider, dataset, state) (${open})` },
  );
}

function pauses() {
  const inForce = selected('mfapi_upstream_pauses');
  return lines(
    {
      title: 'Active cooldowns',
      normal: 'none.',
      otherwise:
        'key: the key is rejected. source: the provider asked to wait, or its quota is spent.',
      runbook: 'The provider is latched off',
    },
    { '{{provider}} {{scope}}': `max by (provider, scope) (${inForce})` },
  );
}

function refusals() {
  const sum = 'sum by (provider, dataset)';
  return lines(
    {
      title: 'Retries and rejected calls',
      normal: 'almost none.',
      otherwise:
        'retries cost budget. Rejected: more new places than may be asked for at once, with a queue that is full; more pods help little.',
      runbook: STALE,
    },
    {
      'retried {{provider}} {{dataset}}': `${sum} (${perSecond('mfapi_upstream_retries_total')})`,
      'rejected {{provider}} {{dataset}}': `${sum} (${perSecond('mfapi_upstream_overloads_total')})`,
    },
    { unit: 'ops' },
  );
}
