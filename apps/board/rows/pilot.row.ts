import { badPast, goodFrom } from '../grafana/limits.js';
import { areas, figure } from '../grafana/panels.js';
import {
  ENDPOINTS,
  PAST_THE_DOOR,
  perSecond,
  quantileOf,
  riseIn,
  successShare,
} from '../promql.js';
import type { Row } from './row.js';

const RUNBOOK = "The pilot's next step";
const WEEK = '7d';

export function pilotRow(): Row {
  return {
    title: 'Pilot: what the next step is decided by, over 7 days',
    panels: [success(), responseTime(), callsPerRequest(), cohort()],
  };
}

function success() {
  return figure(
    {
      title: 'Success share',
      normal: '99.5 % or more: go.',
      otherwise: '80 to 99.5 %: stay. Under 80 % for 10 minutes: back to the step before.',
      runbook: RUNBOOK,
    },
    { '{{environment}} {{region}}': successShare(WEEK) },
    { unit: 'percentunit', limit: goodFrom(0.8, 0.995) },
  );
}

function responseTime() {
  const metric = 'mfapi_http_request_duration_seconds';
  return figure(
    {
      title: 'p95 per endpoint',
      normal: 'each up to 200 ms: go.',
      otherwise: 'up to 500 ms: stay. Above it for an hour: back to the step before.',
      runbook: RUNBOOK,
    },
    {
      '{{route}}': quantileOf({
        quantile: 0.95,
        metric,
        by: 'route',
        matchers: [ENDPOINTS, PAST_THE_DOOR],
        span: WEEK,
      }),
    },
    { unit: 's', limit: badPast(0.2, 0.5) },
  );
}

/** Watches are not counted; each asks about as often as it did last week. */
function callsPerRequest() {
  const calls = `sum(${riseIn(WEEK, 'mfapi_upstream_calls_total')})`;
  const requests = `sum(${riseIn(WEEK, 'mfapi_pilot_requests_total', 'result="let-in"')})`;
  return figure(
    {
      title: 'Upstream calls per 1000 requests',
      normal: 'it falls, or is as last week: go.',
      otherwise: 'up to 20 % more: stay. The budget would not last for the next step: back.',
      runbook: RUNBOOK,
    },
    { calls: `1000 * ${calls} / ${requests}` },
  );
}

function cohort() {
  const asked = perSecond('mfapi_pilot_requests_total');
  return areas(
    {
      title: 'Let in, and turned away',
      normal: 'in the proportion of PILOT_PERCENT; at 100 nobody is turned away.',
      otherwise: 'another proportion: is config.PILOT_PERCENT the same in all pods?',
      runbook: RUNBOOK,
    },
    { '{{result}}': `sum by (result) (${asked})` },
    { inRowOf: 4, unit: 'reqps' },
  );
}
