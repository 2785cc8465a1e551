import type { Objective } from './objective.js';

const BY_REGION = 'sum by (environment, region)';
/** As in helm/mfapi/alerts/mfapi.yaml: requests of watches, without the smoke test. */
const REQUESTS = 'route=~"/prcpt|/uvidx|/v1/.*",client!="smoke"';
/** Requests that a guard rejects are answered at once and would hide slow ones. */
const TIMED = `${REQUESTS},status!~"401|403|429"`;
const DURATIONS = 'mfapi_http_request_duration_seconds';
const RECORDS = 'dataset!~"place|successor|city"';
const PROBES = 'probe_success{job="mfapi-probe"}';

/**
 * The service level objectives. This table is their only source: `npm run slo` writes the alerts and docs/slo.md from
 * it, `npm run dashboards` the row of the board.
 */
export const OBJECTIVES: readonly Objective[] = [
  {
    name: 'availability',
    title: 'Availability',
    counted: 'Requests of watches that reach a pod, without those outside the pilot.',
    bad: 'A 5XX: the watch got no answer. A stale answer is one; a 4XX is the fault of the client.',
    target: 0.999,
    promise: '99.9 % of the requests get an answer',
    total: 'mfapi:requests:rate5m',
    errors: `${BY_REGION} (rate(mfapi_http_requests_total{${REQUESTS},status=~"5.."}[5m]))`,
    minPerSecond: 0.1,
    finding: 'of the requests fail',
    fast: 'page',
    runbook: 'Few answers are 2XX',
  },
  {
    name: 'reachability',
    title: 'Reachability from outside',
    counted:
      'Probes from outside the cluster and from the other region: DNS, router, certificate, ingress and one pod.',
    bad: 'A probe without a 200 of `GET /`. A watch would have got no answer either.',
    target: 0.999,
    promise: '99.9 % of the probes succeed',
    total: `sum by (environment, region, instance) (count_over_time(${PROBES}[5m])) / 300`,
    errors: `sum by (environment, region, instance) (count_over_time(${PROBES}[5m]) - sum_over_time(${PROBES}[5m])) / 300`,
    by: 'instance',
    minPerSecond: 0,
    finding: 'of the probes fail',
    fast: 'page',
    runbook: 'A region is lost',
  },
  {
    name: 'latency',
    title: 'Latency of each endpoint',
    counted:
      'Answered requests of each endpoint, without those that a guard rejects (401, 403, 429).',
    bad: 'An answer after more than 200 ms, as the pod measures it.',
    target: 0.95,
    promise: '95 % of the requests of each endpoint take at most 200 ms',
    total: `sum by (environment, region, route) (rate(${DURATIONS}_count{${TIMED}}[5m]))`,
    errors: `sum by (environment, region, route) (rate(${DURATIONS}_count{${TIMED}}[5m])) - sum by (environment, region, route) (rate(${DURATIONS}_bucket{${TIMED},le="0.2"}[5m]))`,
    by: 'route',
    minPerSecond: 0.1,
    finding: 'of the requests take longer than 200 ms',
    fast: 'ticket',
    runbook: 'Answers are slow',
  },
  {
    name: 'freshness',
    title: 'Freshness',
    counted: 'Records of weather that are served, one for each dataset of an answer.',
    bad: 'An expired copy, which is served only because the provider is not called or fails. A stale copy that is refreshed at once is good.',
    target: 0.99,
    promise: '99 % of the served records are not expired',
    total: `${BY_REGION} (rate(mfapi_cache_results_total{${RECORDS}}[5m]))`,
    errors: `${BY_REGION} (rate(mfapi_cache_results_total{${RECORDS},result="expired"}[5m]))`,
    minPerSecond: 0.1,
    finding: 'of the served records are expired',
    fast: 'ticket',
    runbook: 'Much is stale',
  },
  {
    name: 'cost',
    title: 'Cost',
    counted:
      "The region's calls of the month (`budget.monthlyCalls` × `budget.sharePercent`), spread evenly over 30 days.",
    bad: 'A call to AccuWeather. 100 % is the pace at which the month just suffices.',
    target: 0,
    promise: 'The calls of a month suffice for the month',
    total: 'max by (environment, region) (mfapi_budget_limit_calls{window="month"}) / (30 * 86400)',
    errors: `${BY_REGION} (rate(mfapi_upstream_calls_total{provider="accwea"}[5m]))`,
    minPerSecond: 0,
    finding: 'of the pace at which the calls of a month suffice are made',
    fast: 'ticket',
    runbook: 'The month costs too much',
  },
];
