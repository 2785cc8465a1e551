import { DATASETS } from '../../../src/weather/datasets/registry.js';
import { badFrom } from '../grafana/limits.js';
import { areas, lines } from '../grafana/panels.js';
import { ALERT_SPAN, selected, perSecond, quantileOf } from '../promql.js';
import type { Row } from './row.js';

const RUNBOOK = 'Much is stale';
const RESULTS = 'mfapi_cache_results_total';
/** Without places: they are kept for a month, so their hits would hide the other datasets. */
const WEATHER = 'dataset!~"place|successor|city"';
const STALE_LIMIT = 0.2;
const MINUTE_MS = 60_000;
const WINDOWS = Object.entries(DATASETS)
  .map(([name, { freshness }]) => `${name} ${freshness.freshAtLeastMs / MINUTE_MS} min`)
  .join(', ');

export function cacheRow(): Row {
  return { title: 'Cache', panels: [results(), staleShare(), ages(), refreshes()] };
}

function results() {
  return areas(
    {
      title: 'Cache results',
      normal: 'nearly all are hits; “waited” followed another load, “miss” called the provider.',
      otherwise:
        'many expired: the provider does not answer. Many misses: new places or cold caches.',
      runbook: RUNBOOK,
    },
    { '{{result}}': `sum by (result) (${perSecond(RESULTS, WEATHER)})` },
    { inRowOf: 4, unit: 'ops' },
  );
}

function staleShare() {
  const by = 'sum by (environment, region)';
  const old = selected(RESULTS, WEATHER, 'result=~"stale|expired"');
  const all = selected(RESULTS, WEATHER);
  return lines(
    {
      title: 'Share of stale answers',
      normal: 'a few per cent, which are refreshed in the background.',
      otherwise: 'over 20 % for 15 minutes opens a ticket; stale data can be served for hours.',
      runbook: RUNBOOK,
    },
    {
      '{{environment}} {{region}}': `${by} (rate(${old}[${ALERT_SPAN}])) / ${by} (rate(${all}[${ALERT_SPAN}]))`,
    },
    { inRowOf: 4, unit: 'percentunit', limit: badFrom(STALE_LIMIT) },
  );
}

function ages() {
  const metric = 'mfapi_cache_served_age_seconds';
  return lines(
    {
      title: 'Age of served data, p95',
      normal: `below the window of the dataset: ${WINDOWS}.`,
      otherwise: 'growing by a second per second: the dataset is no longer refreshed.',
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
      title: 'Background refreshes',
      normal: 'all succeed.',
      otherwise: 'failures: see the provider in the row below.',
      runbook: RUNBOOK,
    },
    { '{{dataset}} {{result}}': `sum by (dataset, result) (${count})` },
    { inRowOf: 4, unit: 'ops' },
  );
}
