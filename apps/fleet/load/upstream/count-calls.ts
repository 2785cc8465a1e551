import { metricTotal } from '../../../../packages/prometheus-text/metric-total.js';

const METRIC = 'mfapi_upstream_calls_total';

/**
 * The number of upstream calls in what a metrics URL returns: Prometheus text of a pod, or the JSON of the simulator's
 * `/__simulator/calls`.
 * @throws when it is neither
 */
export function countCalls(text: string): number {
  if (text.startsWith('{')) {
    const { total } = JSON.parse(text) as { total?: unknown };
    if (typeof total === 'number') return total;
    throw new Error('the JSON has no number `total`');
  }
  const calls = metricTotal(text, METRIC);
  if (calls === undefined) throw new Error(`the metrics have no ${METRIC}`);
  return calls;
}
