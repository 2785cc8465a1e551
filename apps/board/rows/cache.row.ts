import { badFrom } from '../grafana/limits.js';
import { areas, lines } from '../grafana/panels.js';
import { ALERT_SPAN, chosen, perSecond, quantileOf } from '../promql.js';
import type { Row } from './row.js';

const RUNBOOK = 'Much is stale';
const RESULTS = 'mfapi_cache_results_total';
/** Places are kept for a month: what they tell would hide the rest. */
const WEATHER = 'dataset!~"place|successor"';
const MUCH = 0.2;

export function cacheRow(): Row {
  return { title: 'Cache', panels: [results(), oldShare(), ages(), refreshes()] };
}

function results() {
  return areas(
    {
      title: 'Served from where',
      normal: 'nearly all are hits; “waited” let another pod ask, “miss” asked the provider.',
      otherwise:
        'many expired: the provider does not answer. Many misses: new places, or cold memory.',
      runbook: RUNBOOK,
    },
    { '{{result}}': `sum by (result) (${perSecond(RESULTS, WEATHER)})` },
    { inRowOf: 4, unit: 'ops' },
  );
}

function oldShare() {
  const by = 'sum by (environment, region)';
  const old = chosen(RESULTS, WEATHER, 'result=~"stale|expired"');
  const all = chosen(RESULTS, WEATHER);
  return lines(
    {
      title: 'Share of old copies',
      normal: 'a few per cent: refreshed behind the answer.',
      otherwise: 'over 20 % for 15 minutes is a ticket: watches are fine, for hours.',
      runbook: RUNBOOK,
    },
    {
      '{{environment}} {{region}}': `${by} (rate(${old}[${ALERT_SPAN}])) / ${by} (rate(${all}[${ALERT_SPAN}]))`,
    },
    { inRowOf: 4, unit: 'percentunit', limit: badFrom(MUCH) },
  );
}

function ages() {
  const metric = 'mfapi_cache_served_age_seconds';
  return lines(
    {
      title: 'Age of what is served, p95',
      normal: 'under each dataset’s window: conditions 10 minutes, hours 30, days 60, alerts 5.',
      otherwise: 'it grows by a second each second: that dataset is not refreshed any more.',
      runbook: RUNBOOK,
    },
    {
      '{{provider}} {{dataset}}': quantileOf({ quantile: 0.95, metric, by: 'provider, dataset' }),
    },
    { inRowOf: 4, unit: 's' },
  );
}

function refreshes() {
  const count = perSecond('mfapi_cache_refreshes_total');
  return areas(
    {
      title: 'Refreshes behind an answer',
      normal: 'all are answered.',
      otherwise: 'failed ones: the row below says what the provider does.',
      runbook: RUNBOOK,
    },
    { '{{dataset}} {{result}}': `sum by (dataset, result) (${count})` },
    { inRowOf: 4, unit: 'ops' },
  );
}
