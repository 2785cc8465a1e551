import { metricTotal } from '../../../packages/prometheus-text/metric-total.js';

/** An example; the contract with the provider states the real one. */
export const PRICE_PER_1000_USD = 1;

/** What the API has done since its start. */
export interface Counters {
  /** For weather, answered with any status. */
  readonly requests: number;
  readonly providerCalls: number;
  readonly costUsd: number;
  readonly pricePer1000Usd: number;
}

const ROUTES_WITHOUT_WEATHER = ['/', '/health/live', '/health/ready'];

/**
 * Reads the metrics of the API.
 * @throws when they cannot be read
 */
export async function readCounters(metricsUrl: string): Promise<Counters> {
  return countersIn(await (await fetch(metricsUrl)).text());
}

/** @param metrics in Prometheus' text format */
export function countersIn(metrics: string): Counters {
  const requests = (labels: readonly string[]): number =>
    metricTotal(metrics, 'mfapi_http_requests_total', labels) ?? 0;
  const others = ROUTES_WITHOUT_WEATHER.map((route) => requests([`route="${route}"`]));
  const providerCalls = metricTotal(metrics, 'mfapi_upstream_calls_total') ?? 0;
  return {
    requests: others.reduce((left, count) => left - count, requests([])),
    providerCalls,
    costUsd: (providerCalls * PRICE_PER_1000_USD) / 1_000,
    pricePer1000Usd: PRICE_PER_1000_USD,
  };
}
