import { badPast, goodFrom } from '../grafana/limits.js';
import { areas, figure } from '../grafana/panels.js';
import {
  WATCH_REQUESTS,
  NOT_REJECTED,
  perSecond,
  quantileOf,
  increaseIn,
  successShare,
} from '../promql.js';
import type { Row } from './row.js';

const RUNBOOK = "The pilot's next step";
const WEEK = '7d';

export function pilotRow(): Row {
  return {
    title: 'Pilot: criteria for the next step, over 7 days',
    panels: [success(), responseTime(), callsPerRequest(), cohort()],
  };
}

function success() {
  return figure(
    {
      title: 'Success share',
      normal: '99.5 % or more: go.',
      otherwise: '80 to 99.5 %: stay. Under 80 % for 10 minutes: back to the previous step.',
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
      normal: 'at most 200 ms for each endpoint: go.',
      otherwise: 'up to 500 ms: stay. Above it for an hour: back to the previous step.',
      runbook: RUNBOOK,
    },
    {
      '{{route}}': quantileOf({
        quantile: 0.95,
        metric,
        by: 'route',
        matchers: [WATCH_REQUESTS, NOT_REJECTED],
        span: WEEK,
      }),
    },
    { unit: 's', limit: badPast(0.2, 0.5) },
  );
}

/** Per request instead of per watch: watches are not counted, and each sends about the same number of requests. */
function callsPerRequest() {
  const calls = `sum(${increaseIn(WEEK, 'mfapi_upstream_calls_total')})`;
  const requests = `sum(${increaseIn(WEEK, 'mfapi_pilot_requests_total', 'result="let-in"')})`;
  return figure(
    {
      title: 'Upstream calls per 1000 requests',
      normal: 'falling, or the same as last week: go.',
      otherwise: 'up to 20 % more: stay. More than the budget of the next step allows: back.',
      runbook: RUNBOOK,
    },
    { calls: `1000 * ${calls} / ${requests}` },
  );
}

function cohort() {
  const pilotRequests = perSecond('mfapi_pilot_requests_total');
  return areas(
    {
      title: 'Requests inside and outside the pilot',
      normal: 'the ratio set by PILOT_PERCENT; at 100 no request is outside.',
      otherwise: 'another ratio: check that config.PILOT_PERCENT is the same in all pods.',
      runbook: RUNBOOK,
    },
    { '{{result}}': `sum by (result) (${pilotRequests})` },
    { inRowOf: 4, unit: 'reqps' },
  );
}
