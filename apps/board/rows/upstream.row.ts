import { areas, lines } from '../grafana/panels.js';
import { chosen, perSecond, quantileOf } from '../promql.js';
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
      normal: 'ok, and few: a call per place and window over all pods.',
      otherwise:
        'unauthorized: latched off. quota: spent, perhaps by others. timeout, network, failing: it is down.',
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
      title: 'How long calls take, p95',
      normal: 'some 100 to 300 ms.',
      otherwise: 'near 3 s they are given up; misses wait as long. See the provider’s status page.',
      runbook: 'Answers are slow',
    },
    { '{{provider}} {{dataset}}': quantileOf({ quantile: 0.95, metric, by }) },
    { unit: 's' },
  );
}

function pending() {
  const under = chosen('mfapi_upstream_calls_pending');
  return lines(
    {
      title: 'Calls under way',
      normal: 'a handful are running, none are waiting.',
      otherwise: 'waiting ones: the provider is slow, or many new places are asked for at once.',
      runbook: 'Answers are slow',
    },
    { '{{provider}} {{state}}': `sum by (provider, state) (${under})` },
  );
}

function breakers() {
  const open = chosen('mfapi_upstream_breaker_state', 'state!="closed"');
  return lines(
    {
      title: 'Breakers that are not closed',
      normal: 'none in any pod.',
      otherwise: 'open: five calls in a row failed; it tries again by itself, one call at a time.',
      runbook: STALE,
    },
    { '{{provider}} {{dataset}} {{state}}': `sum by (provider, dataset, state) (${open})` },
  );
}

function pauses() {
  const inForce = chosen('mfapi_upstream_pauses');
  return lines(
    {
      title: 'Pauses in force',
      normal: 'none.',
      otherwise: 'key: it refuses ours. source: it told us to wait, or its quota is spent.',
      runbook: 'The provider is latched off',
    },
    { '{{provider}} {{scope}}': `max by (provider, scope) (${inForce})` },
  );
}

function refusals() {
  const sum = 'sum by (provider, dataset)';
  return lines(
    {
      title: 'Second attempts, and calls not made',
      normal: 'next to none.',
      otherwise:
        'retries cost budget. Not made: 64 of a dataset were under way; more pods help little.',
      runbook: STALE,
    },
    {
      'retried {{provider}} {{dataset}}': `${sum} (${perSecond('mfapi_upstream_retries_total')})`,
      'not made {{provider}} {{dataset}}': `${sum} (${perSecond('mfapi_upstream_overloads_total')})`,
    },
    { unit: 'ops' },
  );
}
